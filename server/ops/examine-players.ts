// What the doctor says of players: whether they are on duty, what they see alerts with, and what is known of places.

import type { NamedNotifier } from './find-neighbours.ts';
import { type Finding, fine, warning } from './findings.ts';
import type { Status } from './status.ts';

export interface PlayerFacts {
  readonly status: Status;
  readonly dutySources: readonly string[];
  /** Choice of a framework in the settings. */
  readonly framework: string;
  /** Players on duty without our page, by name and id. */
  readonly screensMissing: readonly string[];
  readonly notifiers: readonly NamedNotifier[];
}

const SHOWN = 5;

export function examinePlayers(facts: PlayerFacts): Finding[] {
  return [duty(facts), screens(facts), notifiers(facts), framework(facts), postals(facts)];
}

function duty({ status, dutySources }: PlayerFacts): Finding {
  const { online, onDuty } = status.players;
  const asked = dutySources.length === 0 ? 'nobody is asked' : `asked: ${dutySources.join(', ')}`;
  if (online === 0 || onDuty > 0) {
    return fine('SC-DUTY', `On duty: ${onDuty} of ${online} players (${asked}).`);
  }
  return warning(
    'SC-DUTY',
    `Online: ${online}, and nobody of them is on duty (${asked}).`,
    `${status.resource} why <player id> says why, source by source.`,
  );
}

function screens({ status, screensMissing }: PlayerFacts): Finding {
  const { onDuty } = status.players;
  if (screensMissing.length === 0) {
    return fine('SC-SCREEN', `Players on duty whose screen is ready: ${onDuty} of ${onDuty}.`);
  }
  const more = screensMissing.length > SHOWN ? ` and ${screensMissing.length - SHOWN} more` : '';
  return warning(
    'SC-SCREEN',
    `No screen of ours, so that alerts come in the game's own feed: ${screensMissing.slice(0, SHOWN).join(', ')}${more}.`,
    'They may still be loading. If it stays so, and SC-FILES is fine: have them leave and join again.',
  );
}

function notifiers({ notifiers: named }: PlayerFacts): Finding {
  const names = named.map(({ name }) => name).join(', ');
  const lacking = named.flatMap(({ name, lacks }) => (lacks === null ? [] : [`${name} (${lacks})`]));
  if (lacking.length === 0) return fine('SC-NOTIFIER', `Alerts are shown by: ${names}.`);
  return warning(
    'SC-NOTIFIER',
    `Named under notify in config.json, but what it takes is not there: ${lacking.join(', ')}.`,
    'Start that resource, or take the name out; until then the next one that can be used shows the alerts.',
  );
}

function framework({ status, framework: choice, dutySources }: PlayerFacts): Finding {
  if (status.framework !== null) return fine('SC-FRAMEWORK', `Framework: ${status.framework}.`);
  if (choice === 'auto' || !dutySources.includes('job')) {
    return fine('SC-FRAMEWORK', 'Framework: none, which is fine.');
  }
  return warning(
    'SC-FRAMEWORK',
    `Framework: none, although duty.framework in config.json says "${choice}".`,
    'Start the framework before this resource, or set duty.framework to "auto".',
  );
}

function postals({ status: { postals: found } }: PlayerFacts): Finding {
  if (found) return fine('SC-POSTAL', `Postals: ${found.codes}, from ${found.resource}.`);
  return warning(
    'SC-POSTAL',
    'No postal resource was found: calls with a postal but without coordinates have no blip.',
    'Start nearest-postal or another resource with postal_file in its manifest, or name it: places.postalResource.',
  );
}
