// Other resources on this server that the owner should know of: the official one, and those that show alerts.

import { AUTO, type NotifierName } from '../../shared/notify.ts';
import type { Config } from '../config/schema.ts';
import type { Resources } from '../ports.ts';
import { CAD_FOLDER } from './address.ts';

/** The author in the official resource's manifest (version 4.0.104). */
const OFFICIAL_AUTHOR = 'Sonoran CAD';

/** Folder in which the official resource runs, or null. `own` is our folder. */
export function findOfficial(
  { names, isRunning, metadata }: Pick<Resources, 'names' | 'isRunning' | 'metadata'>,
  own: string,
): string | null {
  if (own !== CAD_FOLDER && isRunning(CAD_FOLDER)) return CAD_FOLDER;
  const isOfficial = (name: string) =>
    name !== own && isRunning(name) && metadata(name, 'author') === OFFICIAL_AUTHOR && /cad/i.test(name);
  return names().find(isOfficial) ?? null;
}

/** A way to show alerts that the owner has named. */
export interface NamedNotifier {
  readonly name: string;
  /** Resource that it takes and that does not run, or null. */
  readonly lacks: string | null;
}

/** Resources by the notifiers that take one; the others need none. */
const RESOURCES: Readonly<Partial<Record<NotifierName, string>>> = {
  ox_lib: 'ox_lib',
  lation_ui: 'lation_ui',
  okokNotify: 'okokNotify',
  't-notify': 't-notify',
  mythic_notify: 'mythic_notify',
  pNotify: 'pNotify',
  qbox: 'qbx_core',
  qbcore: 'qb-core',
  esx: 'esx_notify',
  chat: 'chat',
};

/** Those that `notify` names, in any order and for any kind of alert. */
export function findNotifiers(
  { order, kinds, custom }: Pick<Config['notify'], 'order' | 'kinds' | 'custom'>,
  isRunning: (resource: string) => boolean,
): NamedNotifier[] {
  const named = new Set([order, ...Object.values(kinds)].flat());
  return [...named]
    .filter((name) => name !== 'none')
    .map((name) => {
      if (name === AUTO) return { name, lacks: null };
      const resource = name === 'custom' ? custom.resource : (RESOURCES[name] ?? null);
      if (resource === '') return { name, lacks: 'a resource and an export under notify.custom' };
      return { name, lacks: resource === null || isRunning(resource) ? null : resource };
    });
}
