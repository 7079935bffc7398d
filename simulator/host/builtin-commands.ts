// The commands a server.cfg uses: variables, access control, resources.
import type { Aces } from './aces.ts';
import { type Commands, withArguments } from './commands.ts';
import { type Convars, convarFlags } from './convars.ts';

export interface BuiltinPorts {
  commands: Commands;
  convars: Convars;
  aces: Aces;
  print(text: string): void;
  /** False while the startup configuration runs: `ensure` does not restart anything then. */
  isConfigured(): boolean;
  resources: {
    exists(name: string): boolean;
    state(name: string): string;
    start(name: string): boolean;
    stop(name: string): boolean;
    refresh(): void;
  };
  /** Grants `add_filesystem_permission`, `add_unsafe_…_permission`. */
  permit(resource: string, permission: string): void;
}

export function registerBuiltins(ports: BuiltinPorts): void {
  registerVariables(ports);
  registerAccess(ports);
  registerResources(ports);
  registerPermissions(ports);
}

function registerVariables({ commands, convars }: BuiltinPorts): void {
  const flags = {
    set: 0,
    seta: convarFlags.archive,
    sets: convarFlags.serverInfo,
    setr: convarFlags.replicated,
  };
  for (const [name, flag] of Object.entries(flags)) {
    commands.register(
      name,
      '',
      withArguments(2, (variable, value) => void convars.set(variable, value, flag)),
      2,
    );
  }
}

function registerAccess({ commands, aces, print }: BuiltinPorts): void {
  const changeAce = (change: Aces['add']) =>
    withArguments(3, (principal, object, access) => {
      if (access !== 'allow' && access !== 'deny') print("Access type needs to be 'allow' or 'deny'.");
      else if (aces.inForce(principal)) print('Changing ones own access is not permitted.');
      else change(principal, object, access === 'allow');
    });
  commands.register('add_ace', '', changeAce(aces.add), 3);
  commands.register('remove_ace', '', changeAce(aces.remove), 3);
  commands.register('add_principal', '', withArguments(2, aces.addPrincipal), 2);
  commands.register('remove_principal', '', withArguments(2, aces.removePrincipal), 2);
  commands.register(
    'test_ace',
    '',
    withArguments(2, (principal, object) => {
      print(`${principal} -> ${object} = ${aces.isAllowed(principal, object)}`);
    }),
    2,
  );
  commands.register(
    'list_aces',
    '',
    withArguments(0, () => {
      for (const { principal, object, allow } of aces.entries()) {
        print(`${principal} -> ${object} = ${allow ? 'ALLOW' : 'DENY'}`);
      }
    }),
    0,
  );
  commands.register(
    'list_principals',
    '',
    withArguments(0, () => {
      for (const { child, parent } of aces.inheritance()) print(`${child} <- ${parent}`);
    }),
    0,
  );
}

function registerResources({ commands, print, isConfigured, resources }: BuiltinPorts): void {
  const known = (name: string) => {
    if (name === '') return false;
    if (resources.exists(name)) return true;
    print(`^3Couldn't find resource ${name}.^7`);
    return false;
  };
  const start = (name: string) => {
    if (known(name) && !resources.start(name) && resources.state(name) === 'stopped') {
      print(`^3Couldn't start resource ${name}.^7`);
    }
  };
  const stop = (name: string) => {
    if (known(name) && !resources.stop(name) && resources.state(name) !== 'stopped') {
      print(`^3Couldn't stop resource ${name}.^7`);
    }
  };
  commands.register('start', '', withArguments(1, start), 1);
  commands.register('stop', '', withArguments(1, stop), 1);
  commands.register(
    'restart',
    '',
    withArguments(1, (name) => {
      if (!known(name)) return;
      if (resources.state(name) !== 'started') {
        print("Can't restart a stopped resource.");
        return;
      }
      stop(name);
      start(name);
    }),
    1,
  );
  commands.register(
    'ensure',
    '',
    withArguments(1, (name) => {
      if (!known(name)) return;
      if (isConfigured() && resources.state(name) === 'started') stop(name);
      start(name);
    }),
    1,
  );
  commands.register(
    'refresh',
    '',
    withArguments(0, () => resources.refresh()),
    0,
  );
}

function registerPermissions({ commands, convars, isConfigured, permit, print }: BuiltinPorts): void {
  const beforeStartup = (name: string, run: () => void) => {
    if (!isConfigured()) run();
    else print(`^3Warning: ${name} is only executable before the server finished execution.^7`);
  };
  commands.register(
    'add_convar_permission',
    '',
    withArguments(3, (resource, operation, convar) =>
      beforeStartup('add_convar_permission', () => {
        if (operation === 'read') convars.grantRead(resource, convar);
      }),
    ),
    3,
  );
  commands.register(
    'add_filesystem_permission',
    '',
    withArguments(3, (resource, operation, target) =>
      beforeStartup('add_filesystem_permission', () => permit(resource, `${operation}:${target}`)),
    ),
    3,
  );
  for (const [name, permission] of [
    ['add_unsafe_child_process_permission', 'child_process'],
    ['add_unsafe_worker_permission', 'worker_threads'],
  ] as const) {
    commands.register(
      name,
      '',
      withArguments(1, (resource) => beforeStartup(name, () => permit(resource, permission))),
      1,
    );
  }
}
