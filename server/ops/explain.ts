// Why a player is on duty or not, and sees a call or not: `sonorancad why <player> [call]`.

import type { Call } from '../../shared/call.ts';
import { cutText, toConsoleText } from '../../shared/text.ts';
import type { Audience } from '../players/audience.ts';
import type { DutyOpinion } from '../players/duty.ts';

export interface Explain {
  /** Lines for a player, and for a call when one is named. */
  explain(player: unknown, call?: unknown): string[];
  /** The same for words typed after `why`. */
  command(words: readonly string[]): string[];
}

export interface ExplainPorts {
  readonly name: (player: number) => string;
  readonly has: (player: number) => boolean;
  readonly opinions: (player: number) => readonly DutyOpinion[];
  readonly isOnDuty: (player: number) => boolean;
  /** How the unit of a player is called, or null. */
  readonly unitOf: (player: number) => string | null;
  readonly findCall: (key: string | number) => Call | null;
  readonly audience: Pick<Audience, 'explain'>;
}

const USAGE =
  'Usage: why <player id> [call]. A call is named by its number, by "911:302" or by "dispatch:501".';

export function createExplain(ports: ExplainPorts): Explain {
  const { name, has, opinions, isOnDuty, unitOf, findCall, audience } = ports;

  function explainPlayer(player: number): string[] {
    const unit = unitOf(player);
    const who = `Player ${player} (${plain(name(player))})`;
    return [
      `${who} is ${isOnDuty(player) ? 'on duty' : 'off duty'}, ${unit === null ? 'no unit in the CAD' : `unit ${plain(unit)} in the CAD`}.`,
      ...opinions(player).map(
        ({ source, isOnDuty: says, detail }) =>
          `  ${source}: ${says ? 'on duty' : 'not on duty'} (${plain(detail)})`,
      ),
    ];
  }

  function explainCall(player: number, key: string): string[] {
    // Numbers are dispatch calls first; people say the number of a 911 call the same way.
    const call = findCall(key) ?? findCall(`911:${key}`);
    if (!call) return [`There is no open call ${plain(key)}.`];
    return [
      `Call ${call.key} (${plain(call.title || call.description) || 'no title'}):`,
      ...audience.explain(player, call).map((step) => `  ${plain(step)}`),
    ];
  }

  function explain(player: unknown, call?: unknown): string[] {
    const id = typeof player === 'number' || typeof player === 'string' ? Number(player) : Number.NaN;
    if (!Number.isSafeInteger(id) || id <= 0) return [USAGE];
    if (!has(id)) return [`There is no player ${id} on the server.`];
    const key = typeof call === 'number' || typeof call === 'string' ? String(call).trim() : '';
    return key === '' ? explainPlayer(id) : [...explainPlayer(id), ...explainCall(id, key)];
  }

  return { explain, command: ([player, call]) => (player === undefined ? [USAGE] : explain(player, call)) };
}

const plain = (text: string) => cutText(toConsoleText(text), 160);
