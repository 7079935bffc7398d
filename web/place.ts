// A call's place and title in the words that people use.

import { type CallView, callNumber } from '../shared/call.ts';
import type { Translate } from '../shared/locale.ts';
import type { ListRow } from '../shared/screen.ts';

export interface Place {
  readonly postal: string;
  /** House number and street; `''` when the CAD does not say. */
  readonly street: string;
}

/** Dispatchers repeat the postal and the house number in the address: each is shown once. */
export function placeOf(call: Pick<CallView, 'address' | 'postal' | 'block'>): Place {
  const postal = call.postal.trim();
  const address = withoutPrefix(call.address.trim(), postal === '' ? [] : [`[${postal}]`, `${postal} `]);
  const block = call.block.trim();
  const street = block === '' || address.startsWith(block) ? address : `${block} ${address}`.trim();
  return { postal, street };
}

function withoutPrefix(text: string, prefixes: readonly string[]): string {
  const prefix = prefixes.find((candidate) => text.startsWith(candidate));
  return prefix === undefined ? text : text.slice(prefix.length).replace(/^[\s,:-]+/, '');
}

/** The call's title, or what kind of call it is. */
export function titleOf(
  call: Pick<ListRow, 'title' | 'isEmergency'> & { readonly stage: CallView['stage'] },
  translate: Translate,
): string {
  if (call.title.trim() !== '') return call.title;
  if (call.stage !== '911') return translate('ui.call.dispatch');
  return translate(call.isEmergency ? 'ui.call.emergency' : 'ui.call.civil');
}

/** `#501`, or `''`: numbers are said digit by digit and are not grouped. */
export function numberOf(call: Pick<CallView, 'dispatchId' | 'emergencyId'>): string {
  return toNumberText(callNumber(call));
}

export const toNumberText = (number: number | null) => (number === null ? '' : `#${number}`);
