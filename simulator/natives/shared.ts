// Natives that servers and game clients have in common.
import type { Host } from '../host/host.ts';
import { joaat } from '../runtime/bootstrap/native-kit.ts';
import { commandNatives } from './commands.ts';
import { convarNatives } from './convars.ts';
import { eventNatives } from './events.ts';
import { kvpNatives } from './kvp.ts';
import type { NativeTable } from './native.ts';
import { need } from './need.ts';
import { resourceNatives } from './resources.ts';
import { stateBagNatives } from './state-bags.ts';

/** Game build of clients and `sv_enforceGameBuild` of the server. */
export const gameBuild = 3258;

export function sharedNatives(host: Host): NativeTable {
  const isServer = host.side === 'server';
  return {
    ...eventNatives(host),
    ...commandNatives(host),
    ...convarNatives(host),
    ...kvpNatives(host),
    ...resourceNatives(host),
    ...stateBagNatives(host),
    IsDuplicityVersion: () => isServer,
    GetGameName: () => (isServer ? 'fxserver' : 'fivem'),
    GetGameBuildNumber: () => (isServer ? 0 : gameBuild),
    GetGameTimer: () => Math.trunc(host.now() - host.startedAt),
    GetHashKey: (_caller, text: string | null) => joaat(need(text, 0)),
    IsAceAllowed: (_caller, object: string | null) => host.aces.check(need(object, 0)),
    IsPrincipalAceAllowed: (_caller, principal: string | null, object: string | null) =>
      host.aces.as([need(principal, 0)], () => host.aces.check(need(object, 1)), true),
    FormatStackTrace: (_caller, frames: Uint8Array) => host.formatStack(host.refs.decode(frames)),
    ProfilerIsRecording: () => false,
    ProfilerEnterScope: () => undefined,
    ProfilerExitScope: () => undefined,
  };
}
