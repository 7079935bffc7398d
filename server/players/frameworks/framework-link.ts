// The running framework: found in whatever order resources start, and asked in a way that nothing of it gets out.

import { cleanText, toConsoleText } from '../../../shared/text.ts';
import type { Cancel, Clock, Console, LocalBus, Resources } from '../../ports.ts';
import type { DutyConfig } from '../duty-config.ts';
import { esx } from './esx.ts';
import type { AskCharacter, Character, CharacterListener, Framework } from './framework.ts';
import { ox } from './ox.ts';
import { qbcore } from './qbcore.ts';
import { qbox } from './qbox.ts';

/** In the order in which they are looked for. Qbox also answers to the name of QBCore. */
const FRAMEWORKS: readonly Framework[] = [qbox, qbcore, esx, ox];

/** Never throws. */
export interface FrameworkLink {
  /** The framework that runs, as shown to owners, or null. */
  label(): string | null;
  /** Asks the framework; null when the player has no character, no framework runs, or it fails. */
  characterOf(player: number): Character | null;
  /** Why there is no character of a player, for an owner. */
  whyNone(): string;
  stop(): void;
}

/**
 * Until then the host may still hand out exports of the run before: it forgets them with `onServerResourceStop`, a
 * tick after the resource has stopped.
 */
const SETTLE_MS = 100;
/** How soon a framework that failed is connected to again. Its objects are large. */
const RECONNECT_MS = 10_000;

export function createFrameworkLink(options: {
  readonly choice: DutyConfig['framework'];
  readonly resources: Pick<Resources, 'isRunning' | 'onStart' | 'onStop' | 'call'>;
  readonly local: Pick<LocalBus, 'on'>;
  readonly clock: Clock;
  readonly console: Pick<Console, 'warn'>;
  readonly listener: CharacterListener;
  readonly frameworks?: readonly Framework[];
}): FrameworkLink {
  const { choice, resources, local, clock, console, listener, frameworks = FRAMEWORKS } = options;
  const candidates = frameworks.filter(({ name }) => choice === 'auto' || choice === name);
  const heard = new Set<Framework>();
  let current: Framework | null = null;
  let ask: AskCharacter | null = null;
  let reconnectAt = 0;
  let hasFailed = false;
  let settling: Cancel | null = null;

  function use(framework: Framework | null): void {
    current = framework;
    ask = null;
    reconnectAt = 0;
    hasFailed = false;
    if (framework && !heard.has(framework)) listenTo(framework);
  }

  /** Events of frameworks that are not in use come to nothing. */
  function listenTo(framework: Framework): void {
    heard.add(framework);
    framework.listen(local, {
      changed: (player) => current === framework && listener.changed(player),
      left: (player) => current === framework && listener.left(player),
    });
  }

  const findRunning = () => candidates.find(({ resource }) => resources.isRunning(resource)) ?? null;

  /** Resources come and go in groups: one look is enough for all of them. */
  function lookSoon(): void {
    settling ??= clock.after(SETTLE_MS, () => {
      settling = null;
      const running = findRunning();
      if (running === current) return;
      use(running);
      listener.changed(null);
    });
  }

  function failed(error: unknown): void {
    if (clock.now() >= reconnectAt) ask = null;
    if (hasFailed || !current) return;
    hasFailed = true;
    const { label, resource } = current;
    const reason = toConsoleText(cleanText(error instanceof Error ? error.message : String(error), 200));
    console.warn(
      `${label} (${resource}) could not be asked for a player's job: ${reason}. ` +
        'Who it fails for is not on duty by job. Update it, or name other "sources" of duty in config.json.',
    );
  }

  /** Connects when it is time to; null until then. */
  function connect(framework: Framework): AskCharacter | null {
    if (clock.now() < reconnectAt) return null;
    reconnectAt = clock.now() + RECONNECT_MS;
    return framework.connect(resources);
  }

  resources.onStart(lookSoon);
  resources.onStop((name) => {
    if (name === current?.resource) {
      use(null);
      listener.changed(null);
    }
    lookSoon();
  });
  use(findRunning());

  return {
    label: () => current?.label ?? null,
    characterOf(player) {
      if (!current) return null;
      try {
        ask ??= connect(current);
        return ask?.(player) ?? null;
      } catch (error) {
        failed(error);
        return null;
      }
    },
    whyNone() {
      if (!current) {
        const [named] = choice === 'auto' ? [] : candidates;
        return named
          ? `${named.label}, which duty.framework in config.json names, is not running`
          : 'no framework is running';
      }
      const none = `${current.label} knows no character of this player`;
      return hasFailed ? `${none}, or could not be asked: the console says why` : none;
    },
    stop: () => settling?.(),
  };
}
