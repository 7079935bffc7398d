// The owner's rules: which calls they match, and whom they name. The first rule that matches a call decides.

import type { Call } from '../../shared/call.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { Selector, SelectorList, VisibilityRule } from './rules-config.ts';

/** What a rule may ask of a call besides the call itself. */
export interface RuleFacts {
  /** The attached units that are known. */
  readonly units: readonly CadUnit[];
  readonly isDispatcherOnline: boolean;
}

/** What a call is to the rules: a 911 call, a civil call, or a dispatch call. */
export function kindOf(call: Call): '911' | 'civil' | 'dispatch' {
  if (call.dispatchId !== null && call.stage !== '911') return 'dispatch';
  return call.isEmergency ? '911' : 'civil';
}

/** A rule made ready: its patterns are compiled. */
export interface Rule {
  readonly name: string;
  readonly see: readonly Selector[];
  readonly alert: readonly Selector[];
  /** Null when the rule matches, else the condition that does not hold. */
  mismatch(call: Call, facts: RuleFacts): string | null;
}

/** Whether two pictures of a unit are alike in everything that rules look at. */
export function looksSameToRules(a: CadUnit, b: CadUnit): boolean {
  return (
    a.page === b.page &&
    a.isDispatch === b.isDispatch &&
    a.department === b.department &&
    a.subdivision === b.subdivision &&
    a.group === b.group
  );
}

/** Compiles the rules once; `mismatch` is on the path of every event. */
export function compileRules(rules: readonly VisibilityRule[]): Rule[] {
  return rules.map(({ name, match, see, alert }, index) => {
    const conditions = compileMatch(match);
    return {
      name: name || `rule ${index + 1}`,
      see: asList(see),
      alert: asList(alert),
      mismatch: (call, facts) => conditions.find((condition) => !condition.holds(call, facts))?.name ?? null,
    };
  });
}

interface Condition {
  readonly name: string;
  holds(call: Call, facts: RuleFacts): boolean;
}

function compileMatch(match: VisibilityRule['match']): Condition[] {
  const conditions: Condition[] = [];
  const add = (name: string, holds: Condition['holds']) => conditions.push({ name, holds });
  const { kind, priority, page, department, subdivision, group, code, title, dispatcherOnline } = match;
  if (kind) add('kind', (call) => kind.includes(kindOf(call)));
  if (priority) {
    const wanted = priority.map(fold);
    add('priority', (call) => call.priority !== null && wanted.includes(fold(call.priority)));
  }
  if (page)
    add('page', (_, { units }) => units.some((unit) => unit.page !== null && page.includes(unit.page)));
  for (const [name, values] of Object.entries({ department, subdivision, group })) {
    if (!values) continue;
    const wanted = values.map(fold);
    add(name, (_, { units }) =>
      units.some((unit) => wanted.includes(fold(unit[name as 'department' | 'subdivision' | 'group']))),
    );
  }
  for (const [name, patterns] of Object.entries({ code, title })) {
    if (!patterns) continue;
    const tests = patterns.map(toRegExp);
    add(name, (call) => tests.some((test) => test.test(call[name as 'code' | 'title'])));
  }
  if (dispatcherOnline !== undefined) {
    add('dispatcherOnline', (_, facts) => facts.isDispatcherOnline === dispatcherOnline);
  }
  return conditions;
}

/** Names are compared without regard to letter case. */
export const fold = (value: string | number) => String(value).trim().toLowerCase();

/** A pattern in which `*` stands for anything; the whole text has to match, in any letter case. */
function toRegExp(pattern: string): RegExp {
  const parts = pattern.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`, 'i');
}

const asList = (selectors: SelectorList) =>
  (Array.isArray(selectors) ? selectors : [selectors]) as readonly Selector[];
