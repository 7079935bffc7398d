// What the player chose: where cards stand, how large and how loud. Kept on the player's computer, over the server's
// defaults.

import { ANCHORS, DENSITIES, type PlayerSettings } from '../shared/screen.ts';
import type { Picture } from './picture.ts';
import type { Keep } from './ports.ts';

export interface PlayerChoice {
  read(): PlayerSettings;
  /** Takes what fits of `value` and leaves the rest. `isFinal` keeps it over restarts. */
  change(value: unknown, isFinal: boolean): void;
  /** Forgets what was tried out and not kept. */
  putBack(): void;
}

const KEY = 'player';

/** What applies before the server has sent its settings. */
const FALLBACK: PlayerSettings = {
  anchor: 'right',
  scale: 1,
  density: 'normal',
  volume: 0.5,
  isMuted: false,
  isPanicMuted: false,
  reducedMotion: false,
  notifier: 'auto',
};

export function createPlayerChoice(keep: Keep, picture: Pick<Picture, 'settings'>): PlayerChoice {
  let kept: Partial<PlayerSettings> = readChoice(parse(keep.read(KEY)));
  let chosen = kept;
  const defaults = () => picture.settings?.player ?? FALLBACK;

  /** The panel hands over everything. What is as the owner has it follows the owner, unless it was chosen before. */
  function withoutDefaults(player: Partial<PlayerSettings>): Partial<PlayerSettings> {
    const owners = new Map<string, unknown>(Object.entries(defaults()));
    return Object.fromEntries(
      Object.entries(player).filter(([name, value]) => name in kept || value !== owners.get(name)),
    );
  }

  return {
    read: () => ({ ...defaults(), ...chosen }),
    change(value, isFinal) {
      chosen = { ...chosen, ...readChoice(value) };
      if (!isFinal) return;
      kept = withoutDefaults(chosen);
      chosen = kept;
      keep.write(KEY, JSON.stringify(kept));
    },
    putBack() {
      chosen = kept;
    },
  };
}

/** What was kept may be of another version, or tampered with: then it counts as nothing. */
function parse(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The choices in `value` that are usable, by hand: the client has no schema library. */
function readChoice(value: unknown): Partial<PlayerSettings> {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Record<string, unknown>;
  const oneOf = <T>(list: readonly T[], name: string) =>
    list.includes(given[name] as T) ? { [name]: given[name] } : {};
  const between = (min: number, max: number, name: string) => {
    const number = given[name];
    const fits = typeof number === 'number' && number >= min && number <= max;
    return fits ? { [name]: number } : {};
  };
  const flag = (name: string) => (typeof given[name] === 'boolean' ? { [name]: given[name] } : {});
  const isName = typeof given.notifier === 'string' && /^[\w-]{1,40}$/.test(given.notifier);
  return {
    ...oneOf(ANCHORS, 'anchor'),
    ...between(0.7, 1.6, 'scale'),
    ...oneOf(DENSITIES, 'density'),
    ...between(0, 1, 'volume'),
    ...flag('isMuted'),
    ...flag('isPanicMuted'),
    ...flag('reducedMotion'),
    ...(isName && { notifier: given.notifier as string }),
  };
}
