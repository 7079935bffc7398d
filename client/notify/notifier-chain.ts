// Tries one notifier after the other until one shows the alert; the game's feed is always the last.

import { AUTO, AUTO_ORDER } from '../../shared/notify.ts';
import type { Alert, Notifier } from './alert.ts';

export interface NotifierChain {
  /** Returns whether it was shown. */
  show(alert: Alert): boolean;
}

/**
 * `choiceFor` names the notifiers to try for a kind of alert, `auto` for all of `AUTO_ORDER`; null shows nothing. Names
 * that stand for no notifier are passed over. `warn` is told once of a notifier that fails, or that was asked for by
 * name and is not there.
 */
export function createNotifierChain(ports: {
  readonly notifiers: readonly Notifier[];
  readonly lastResort: Notifier;
  readonly choiceFor: (kind: Alert['kind']) => readonly string[] | null;
  readonly warn: (line: string) => void;
}): NotifierChain {
  const { lastResort, choiceFor, warn } = ports;
  const byName = new Map([...ports.notifiers, lastResort].map((notifier) => [notifier.name, notifier]));
  const warned = new Set<string>();

  function warnOnce(name: string, reason: string): void {
    if (warned.has(name)) return;
    warned.add(name);
    warn(`Alerts cannot be shown by ${name}: ${reason}.`);
  }

  function isShown(alert: Alert, notifier: Notifier, isNamed: boolean): boolean {
    try {
      if (notifier.isAvailable()) {
        notifier.show(alert);
        return true;
      }
      if (isNamed) warnOnce(notifier.name, 'it is not running');
    } catch (error) {
      warnOnce(notifier.name, error instanceof Error ? error.message : String(error));
    }
    return false;
  }

  return {
    show(alert) {
      const choice = choiceFor(alert.kind);
      if (choice === null) return false;
      const tried = new Set<string>();
      const isDone = (name: string, isNamed: boolean) => {
        const notifier = byName.get(name);
        if (!notifier || tried.has(name)) return false;
        tried.add(name);
        return isShown(alert, notifier, isNamed);
      };
      return [...choice, lastResort.name].some((name) =>
        name === AUTO ? AUTO_ORDER.some((auto) => isDone(auto, false)) : isDone(name, true),
      );
    },
  };
}
