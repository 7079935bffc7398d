// The least of a game client: the natives that client/fx uses, as plain functions that take next to no time. What is
// measured in it is the script, and what the script runtime does with every net event. Natives are counted: in the game each
// of them costs.

import { compileFunction } from 'node:vm';
import { unpack } from '../requests.ts';

export interface BenchGame {
  /** Hands over a net event from the server, packed as it travels. */
  receive(event: string, bytes: Uint8Array): void;
  /** What the page asks for. */
  ask(request: string): void;
  /** Runs a command. */
  run(command: string): void;
  /** Natives called so far. */
  natives(): number;
  /** Characters that the page was told so far. */
  told(): number;
}

type Run = (...args: unknown[]) => void;

/** Natives that answer something; every other one answers nothing. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  GetConvar: '',
  GetCurrentResourceName: 'sonorancad',
  GetEntityCoords: [100, 200, 30],
  GetEntityHeading: 90,
  GetAspectRatio: 16 / 9,
  GetSafeZoneSize: 1,
  GetControlInstructionalButton: 't_G',
  GetResourceState: 'missing',
  GetStreetNameAtCoord: [1, 2],
  GetStreetNameFromHashKey: 'Sinner St',
  GetNameOfZone: 'SKID',
  GetLabelText: 'Mission Row',
};
const NAMELESS = [
  ...['AddTextComponentSubstringPlayerName', 'AddTextEntry', 'BeginTextCommandSetBlipName'],
  ...['BeginTextCommandThefeedPost', 'EndTextCommandSetBlipName', 'EndTextCommandThefeedPostMessagetext'],
  ...['GetHashKey', 'IsEntityDead', 'IsPauseMenuActive', 'IsRadarHidden', 'PlayerPedId', 'PlaySoundFrontend'],
  ...[
    'RegisterKeyMapping',
    'RemoveBlip',
    'RequestStreamedTextureDict',
    'SetBlipAlpha',
    'SetBlipAsShortRange',
  ],
  ...['SetBlipCategory', 'SetBlipColour', 'SetBlipCoords', 'SetBlipFlashTimer', 'SetBlipFlashes'],
  ...['SetBlipHiddenOnLegend', 'SetBlipRoute', 'SetBlipRouteColour', 'SetBlipScale', 'SetBlipSprite'],
  ...['SetNuiFocus', 'SetNuiFocusKeepInput', 'SetResourceKvp', 'GetResourceKvpString'],
];

/** Runs a script. `files`: what `LoadResourceFile` finds. */
export function startGame(script: string, files: Readonly<Record<string, string>> = {}): BenchGame {
  const events = new Map<string, Run>();
  const requests = new Map<string, Run>();
  const commands = new Map<string, Run>();
  let natives = 0;
  let told = 0;
  let handles = 0;

  const counted = (answer: unknown) => () => {
    natives += 1;
    return answer;
  };
  const addBlip = () => {
    natives += 1;
    handles += 1;
    return handles;
  };
  const globals: Record<string, unknown> = {
    ...Object.fromEntries(NAMELESS.map((name) => [name, counted(null)])),
    ...Object.fromEntries(Object.entries(ANSWERS).map(([name, answer]) => [name, counted(answer)])),
    AddBlipForCoord: addBlip,
    AddBlipForRadius: addBlip,
    LoadResourceFile: (_: string, path: string) => files[path] ?? null,
    RegisterCommand: (name: string, run: Run) => commands.set(name, run),
    RegisterNuiCallback: (name: string, run: Run) => requests.set(name, run),
    SendNuiMessage(text: string) {
      natives += 1;
      told += text.length;
    },
    console: { log: counted(null), warn: fail, error: fail },
    // Nothing is ever due: a beat of the client is no part of an event.
    ...{ setTimeout: () => ({}), clearTimeout: () => undefined },
    ...{ on: () => undefined, emit: () => undefined, emitNet: () => undefined, exports: () => undefined },
    onNet: (name: string, run: Run) => events.set(name, run),
  };
  compileFunction(script, Object.keys(globals), { filename: 'client.js' })(...Object.values(globals));

  return {
    receive: (event, bytes) => events.get(event)?.(...unpack(bytes)),
    ask: (request) => requests.get(request)?.({}, () => undefined),
    run: (command) => commands.get(command)?.(0, [], command),
    natives: () => natives,
    told: () => told,
  };
}

function fail(...args: readonly unknown[]): never {
  throw new Error(`The client complains: ${args.join(' ')}`);
}
