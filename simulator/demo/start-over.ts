// Makes everything as it was when the demo was started.

import type { SimServer } from '../index.ts';
import type { DemoCad } from './cad.ts';
import type { Drives } from './drives.ts';
import type { DutyPermission } from './duty-permission.ts';

/** What the resource remembers of calls that are over keeps them from opening again: it forgets everything. */
export function startOver(parts: {
  readonly server: SimServer;
  readonly resource: string;
  readonly cad: Pick<DemoCad, 'reset'>;
  readonly drives: Pick<Drives, 'reset'>;
  readonly permission: Pick<DutyPermission, 'reset'>;
}): void {
  const { server, resource, cad, drives, permission } = parts;
  server.stop(resource);
  server.kvp.rows.clear();
  permission.reset();
  drives.reset();
  cad.reset();
  server.start(resource);
}
