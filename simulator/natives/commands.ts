// Natives that register and run console commands.
import type { Host } from '../host/host.ts';
import type { FunctionRef, NativeTable } from './native.ts';
import { need } from './need.ts';

export function commandNatives(host: Host): NativeTable {
  const { aces, commands } = host;
  // One table for all resources: whoever registers a known name again takes over its handler.
  const handlers = new Map<string, FunctionRef>();
  const describe = ({ name, resource, arity }: { name: string; resource: string; arity: number }) => ({
    name,
    resource: resource || 'internal',
    arity,
  });

  return {
    RegisterCommand(caller, commandName: string | null, handler: FunctionRef | null, restricted: boolean) {
      const name = need(commandName, 0);
      if (handler === null) throw new Error('Argument at index 1 was null.');
      handlers.set(name, handler);
      if (commands.has(name)) return;

      const owner = `resource.${caller.resource}`;
      const object = `command.${name}`;
      aces.add(owner, object, true);
      if (!restricted) aces.add('builtin.everyone', object, true);
      const token = commands.register(name, caller.resource, ({ args, raw, context }) => {
        handlers.get(name)?.call(context === '' ? 0 : Number.parseInt(context, 10), args, raw);
        return true;
      });
      host.onStop(caller.resource, () => {
        commands.unregister(token);
        aces.remove('builtin.everyone', object, true);
        aces.remove(owner, object, true);
      });
    },
    ExecuteCommand: (caller, line: string | null) => {
      aces.as([`resource.${caller.resource}`], () => commands.invoke(need(line, 0)));
    },
    GetRegisteredCommands: () => commands.list().map(describe),
    GetResourceCommands: (_caller, resource: string | null) => {
      const name = need(resource, 0);
      return commands
        .list()
        .filter((command) => command.resource === name)
        .map(describe);
    },
  };
}
