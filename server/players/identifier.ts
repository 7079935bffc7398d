// How identifiers of players and identities of units are spelled, so that one finds the other.

/**
 * Shorter values mean nobody unless their type is given: what is typed into the CAD's API id field by mistake is no
 * player. The shortest values of the host's identifiers are FiveM account numbers.
 */
const MIN_BARE_LENGTH = 5;

/** `type:value` without blanks and in lower case. The CAD keeps identities in any letter case (`STEAM:1100…`). */
function split(identifier: string): { readonly type: string | null; readonly value: string } {
  const whole = identifier.trim().toLowerCase();
  const colon = whole.indexOf(':');
  return colon < 0
    ? { type: null, value: whole }
    : { type: whole.slice(0, colon).trim(), value: whole.slice(colon + 1).trim() };
}

/** Addresses are shared by players and change hands: they have to be named as such. */
const meansSomebody = (type: string | null, value: string) =>
  type !== 'ip' && value.length >= MIN_BARE_LENGTH && !value.includes(':');

/**
 * Everything that finds a player with this identifier: `type:value`, and the bare value. The CAD stores either, as
 * its `/link` command sends the value of the primary identifier without its type.
 */
export function spellingsOf(identifier: string): string[] {
  const { type, value } = split(identifier);
  if (type === '' || value === '') return [];
  const bare = meansSomebody(type, value) ? [value] : [];
  return type === null ? bare : [`${type}:${value}`, ...bare];
}

/**
 * The spelling that finds the players an identity means, or null when it means nobody. With a type it finds that
 * type only: `license:a` is not `license2:a`. Steam ids are taken as they are, hexadecimal; decimal ones find nobody.
 */
export function toSpelling(identity: string): string | null {
  const { type, value } = split(identity);
  if (type === '' || value === '') return null;
  if (type !== null) return `${type}:${value}`;
  return meansSomebody(type, value) ? value : null;
}
