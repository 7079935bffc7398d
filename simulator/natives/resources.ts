// Natives about resources: their names, states, manifest entries and files.
import { readResourceFile } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { filesOf, type Resource } from '../host/resource.ts';
import type { NativeTable } from './native.ts';
import { need } from './need.ts';

/** Manifest keys whose files a client is sent. */
const SENT = ['file', 'client_script', 'shared_script'];

export function resourceNatives(host: Host): NativeTable {
  const { resources } = host;
  let listed: string[] = [];

  return {
    GetCurrentResourceName: (caller) => caller.resource,
    GetInvokingResource: (caller) => caller.invoking,
    GetInstanceId: (caller) => resources.find(caller.resource)?.runtime?.id ?? 0,
    GetNumResources() {
      listed = resources.list().map(({ name }) => name);
      return listed.length;
    },
    GetResourceByFindIndex: (_caller, index: number) => listed[index] ?? null,
    GetResourceState: (_caller, name: string | null) => resources.get(need(name, 0))?.state ?? 'missing',
    GetNumResourceMetadata: (_caller, name: string | null, key: string | null) =>
      resources.get(need(name, 0))?.manifest.values(need(key, 1)).length ?? 0,
    GetResourceMetadata: (_caller, name: string | null, key: string | null, index: number) =>
      resources.get(need(name, 0))?.manifest.values(need(key, 1))[index] ?? null,
    LoadResourceFile(_caller, name: string | null, file: string | null) {
      const wanted = need(file, 1);
      const resource = resources.get(need(name, 0));
      if (!resource || (host.side === 'client' && !isSent(resource, wanted))) return null;
      const bytes = readResourceFile(resource, wanted);
      return bytes === null ? null : Buffer.from(bytes).toString('utf8');
    },
  };
}

function isSent(resource: Resource, file: string): boolean {
  const name = file.replace(/^[\\/]+/, '');
  return name === 'fxmanifest.lua' || SENT.some((key) => filesOf(resource, key).includes(name));
}
