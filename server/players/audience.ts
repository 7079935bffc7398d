// Who may see a call and who is alerted when it comes in: the rules, applied to the players on duty.

import type { Call } from '../../shared/call.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { Facets } from './facets.ts';
import { NOBODY, type PlayerSet } from './player-sets.ts';
import { compileRules, kindOf, type Rule, type RuleFacts } from './rules.ts';
import { type AudienceConfig, DEFAULT_RULES, type Selector } from './rules-config.ts';

export interface Audience {
  /** Players who may see the call; those attached to it always may. */
  viewers(call: Call): PlayerSet;
  /** Players who are alerted when the call comes in; all of them may see it. */
  alerted(call: Call): PlayerSet;
  /** Players on duty whose units are attached to the call. */
  attached(call: Call): PlayerSet;
  /** Everybody on duty. */
  onDuty(): PlayerSet;
  /** Those whom a station alert is for: fire and EMS on duty. */
  onStations(): PlayerSet;
  /** Whether everybody on duty sees every call: then it does not matter who is which unit. */
  isSeenByAll(): boolean;
  /** Whether it matters to who sees a call that a dispatcher is online. */
  asksForDispatchers(): boolean;
  /** How it comes about that a player sees or does not see a call, step by step. */
  explain(player: number, call: Call): string[];
}

/** What the audience asks of the rest. */
export interface AudiencePorts {
  readonly onDuty: () => PlayerSet;
  readonly facets: Pick<Facets, 'dispatchers' | 'having'>;
  readonly playerOf: (ident: number) => number | null;
  readonly unit: (ident: number) => CadUnit | null;
  readonly isDispatcherOnline: () => boolean;
}

/** Whom a rule names. */
type Named = Pick<Rule, 'see' | 'alert'>;
const NAMES_NOBODY: Named = { see: [], alert: [] };

/** The CAD's pages for fire and EMS. */
const STATION_PAGES = [1, 2];

/** Nothing here is kept: every answer follows from the ports, at a cost that grows with the players it names. */
export function createAudience(settings: () => AudienceConfig, ports: AudiencePorts): Audience {
  const { onDuty, facets, playerOf, unit, isDispatcherOnline } = ports;
  let compiled: { readonly from: AudienceConfig; readonly rules: readonly Rule[] } | null = null;

  /** Compiled once for as long as the settings stay the same object. */
  function rules(): readonly Rule[] {
    const from = settings();
    if (compiled?.from !== from) compiled = { from, rules: compileRules([...from.rules, ...DEFAULT_RULES]) };
    return compiled.rules;
  }

  const factsOf = (call: Call): RuleFacts => ({
    units: call.idents.map(unit).filter((one) => one !== null),
    isDispatcherOnline: isDispatcherOnline(),
  });

  /** The last of the default rules matches every call. */
  function ruleFor(call: Call): Named {
    const facts = factsOf(call);
    return rules().find((rule) => rule.mismatch(call, facts) === null) ?? NAMES_NOBODY;
  }

  function attached(call: Call): PlayerSet {
    if (call.idents.length === 0) return NOBODY;
    const players = new Set<number>();
    for (const ident of call.idents) {
      const player = playerOf(ident);
      if (player !== null && onDuty().has(player)) players.add(player);
    }
    return players;
  }

  function select(selector: Exclude<Selector, 'onDuty'>, call: Call): Iterable<number> {
    if (selector === 'attached') return attached(call);
    if (selector === 'dispatchers') return facets.dispatchers();
    if (selector === 'nobody') return NOBODY;
    if ('pages' in selector) return facets.having('page', selector.pages);
    if ('departments' in selector) return facets.having('department', selector.departments);
    if ('subdivisions' in selector) return facets.having('subdivision', selector.subdivisions);
    return facets.having('group', selector.groups);
  }

  function union(selectors: readonly Selector[], call: Call): PlayerSet {
    const players = new Set<number>();
    for (const selector of selectors) {
      if (selector === 'onDuty') return onDuty();
      for (const player of select(selector, call)) players.add(player);
    }
    return players;
  }

  const isSilenced = (call: Call) =>
    settings().silenceWhileDispatcherOnline && kindOf(call) !== 'dispatch' && isDispatcherOnline();

  function viewers(call: Call): PlayerSet {
    const { see, alert } = ruleFor(call);
    return union([...see, ...alert, 'attached'], call);
  }

  function alerted(call: Call): PlayerSet {
    const players = union(ruleFor(call).alert, call);
    return isSilenced(call) ? intersection(players, facets.dispatchers()) : players;
  }

  return {
    viewers,
    alerted,
    attached,
    onDuty,
    isSeenByAll: () => rules().every(({ see, alert }) => see.includes('onDuty') || alert.includes('onDuty')),
    asksForDispatchers: () => settings().rules.some(({ match }) => match.dispatcherOnline !== undefined),
    onStations: () => new Set(facets.having('page', STATION_PAGES)),
    explain(player, call) {
      const facts = factsOf(call);
      const steps = [`The call is of the kind "${kindOf(call)}", priority ${call.priority ?? 'none'}.`];
      for (const rule of rules()) {
        const mismatch = rule.mismatch(call, facts);
        if (mismatch === null) {
          steps.push(
            `Rule "${rule.name}" matches: seen by ${describe(rule.see)}, alerts ${describe(rule.alert)}.`,
          );
          break;
        }
        steps.push(`Rule "${rule.name}" does not match: ${mismatch}.`);
      }
      if (isSilenced(call)) steps.push('Alerts are silenced: a dispatcher is online.');
      if (attached(call).has(player))
        steps.push(
          'The player is attached to the call: they see it and are told so, whatever the rules say.',
        );
      steps.push(
        viewers(call).has(player) ? 'The player sees the call.' : 'The player does not see the call.',
      );
      steps.push(
        alerted(call).has(player)
          ? 'The player is alerted when such a call comes in.'
          : 'The player is not alerted when such a call comes in.',
      );
      return steps;
    },
  };
}

const intersection = (a: PlayerSet, b: PlayerSet) => new Set([...b].filter((player) => a.has(player)));

function describe(selectors: readonly Selector[]): string {
  return selectors.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ') || 'nobody';
}
