// Checks texts against the English ones: whether they exist, and whether they ask for values that they will get.

import { EMERGENCY_NUMBER, namesIn, type Texts } from '../../shared/locale.ts';
import { ALERT_PARTS, ALERT_VALUES, type AlertKind } from '../../shared/notify.ts';

/** Values of the texts of alerts, by the text's name. Other texts have the values that the English ones use. */
const alertValues = new Map<string, readonly string[]>(
  Object.entries(ALERT_VALUES).flatMap(([kind, values]) =>
    ALERT_PARTS.map((part) => [`alert.${kind as AlertKind}.${part}`, values] as const),
  ),
);

/** What is wrong with `texts`, one line per text, without the file's name. */
export function checkTexts(texts: Texts, english: Texts): string[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const reference = english[name];
    if (reference === undefined) return [`"${name}": there is no such text, see locales/en.json`];
    const values = [...(alertValues.get(name) ?? namesIn(reference)), EMERGENCY_NUMBER];
    const unknown = namesIn(text).filter((value) => !values.includes(value));
    if (unknown.length === 0) return [];
    const list = (names: readonly string[]) => names.map((value) => `{${value}}`).join(', ');
    return [`"${name}": ${list(unknown)} is never filled in; there is ${list(values)}`];
  });
}
