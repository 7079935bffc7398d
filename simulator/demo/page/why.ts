// Why a player is on duty or not: the sources that decide it, and every source's word when opened.

import { el, setText } from './dom.ts';

export interface Why {
  readonly element: HTMLElement;
  /** `lines` are those of `sonorancad why`; the first one says who it is. */
  show(lines: readonly string[], isOnDuty: boolean | null): void;
}

/** One source's word: `  cad: on duty (logged in to the CAD as ident 12)`. */
const OPINION = /^\s*(\w+): (on duty|not on duty) \(/;

export function createWhy(): Why {
  const summary = el('summary');
  const list = el('ul');
  const element = el('details', { class: 'why' }, summary, list);
  return {
    element,
    show(lines, isOnDuty) {
      const opinions = lines.slice(1);
      setText(summary, summarise(opinions, isOnDuty));
      const text = opinions.join('\n');
      if (list.dataset.shown === text) return;
      list.dataset.shown = text;
      list.replaceChildren(...opinions.map((line) => el('li', {}, line.trim())));
    },
  };
}

function summarise(opinions: readonly string[], isOnDuty: boolean | null): string {
  if (isOnDuty === null) return 'The resource does not run';
  const read = opinions.flatMap((line) => {
    const [, source, word] = OPINION.exec(line) ?? [];
    return source ? [{ source, isOn: word === 'on duty' }] : [];
  });
  const sources = read.filter(({ isOn }) => isOn === isOnDuty).map(({ source }) => source);
  return isOnDuty
    ? `On duty because of ${sources.join(' and ')}`
    : `Off duty: ${sources.join(', ')} all say no`;
}
