// Server natives that start, stop and change resources, write their files and take their HTTP handlers.
import { writeResourceFile } from '../host/files.ts';
import type { FunctionRef, NativeTable } from './native.ts';
import { need } from './need.ts';
import type { ServerParts } from './server-parts.ts';

export function serverResourceNatives(parts: () => ServerParts): NativeTable {
  return {
    SetHttpHandler(caller, handler: FunctionRef | null) {
      if (handler === null) throw new Error('Argument at index 0 was null.');
      const resource = parts().host.resources.find(caller.resource);
      // Only remembered: a handler set before stays held, and stopping the resource does not clear it.
      if (resource) resource.httpHandler = handler;
    },
    StartResource: (_caller, name: string | null) => parts().host.resources.start(need(name, 0)),
    StopResource: (caller, name: string | null) => {
      const wanted = need(name, 0);
      const { resources } = parts().host;
      return wanted !== caller.resource && resources.find(wanted) !== undefined && resources.stop(wanted);
    },
    ScheduleResourceTick: (_caller, name: string | null) => {
      const { host } = parts();
      const runtime = host.resources.find(need(name, 0))?.runtime;
      queueMicrotask(() => runtime?.tick(host.now()));
    },
    GetResourcePath: (_caller, name: string | null) => parts().host.resources.get(need(name, 0))?.dir ?? null,
    SaveResourceFile(
      caller,
      name: string | null,
      file: string | null,
      data: string | Uint8Array | null,
      length: number,
    ) {
      const { host } = parts();
      const resource = host.resources.get(need(name, 0));
      const path = need(file, 1);
      if (!resource) return undefined;
      const isOwn = resource.name === caller.resource;
      if (!isOwn && !host.allows(caller.resource, `write:${resource.name}`)) return undefined;
      if (data === null) throw new Error('Argument at index 2 was null.');
      const bytes = Buffer.from(data);
      const end = length === 0 || length === -1 ? lengthOfText(bytes) : length;
      return writeResourceFile(resource, path, bytes.subarray(0, end));
    },
    RegisterResourceAsset: () => {
      throw new Error('Failed to register streaming file in REGISTER_RESOURCE_ASSET.');
    },
    PrintStructuredTrace(caller, json: string | null) {
      const text = need(json, 0);
      try {
        JSON.parse(text);
        parts().host.print('structured-trace', text, caller.resource);
      } catch (error) {
        const message = `PRINT_STRUCTURED_TRACE failed: ${(error as Error).message}`;
        parts().host.print(`script:${caller.resource}`, `^3Warning: [natives] ${message}^7`, caller.resource);
        caller.problem('native', message);
      }
    },
  };
}

/** C's `strlen`. */
function lengthOfText(bytes: Buffer): number {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes.length : end;
}
