// The list of recorded events: each one is a button that sends it and then shows what came of it.

import type { FixtureView, Reply } from '../messages.ts';
import { byId, count, el, setText } from './dom.ts';

export interface Fixtures {
  show(fixtures: readonly FixtureView[]): void;
  showReply(reply: Reply): void;
}

/** Fills `#fixtures`. `send` is told the name of the event that was pressed. */
export function createFixtures(send: (name: string) => void): Fixtures {
  const container = byId('fixtures', HTMLElement);
  const statuses = new Map<string, HTMLElement>();

  function drawGroup(title: string, fixtures: readonly FixtureView[]): HTMLElement {
    const items = fixtures.map(({ name, title: text }) => {
      const status = el('span', { class: 'status' });
      statuses.set(name, status);
      const button = el('button', { type: 'button', title: name }, el('span', {}, text), status);
      button.addEventListener('click', () => send(name));
      return el('li', {}, button);
    });
    return el('section', {}, el('h4', {}, title), el('ul', {}, ...items));
  }

  const drawGroups = (fixtures: readonly FixtureView[]) =>
    [...new Set(fixtures.map((fixture) => fixture.group))].map((group) =>
      drawGroup(
        group,
        fixtures.filter((fixture) => fixture.group === group),
      ),
    );

  return {
    show(fixtures) {
      statuses.clear();
      const handled = fixtures.filter((fixture) => fixture.isHandled);
      const others = fixtures.filter((fixture) => !fixture.isHandled);
      container.replaceChildren(el('h3', {}, 'Recorded events'), ...drawGroups(handled));
      if (others.length === 0) return;
      const summary = el('summary', {}, `${count(others.length, 'event')} that the resource refuses so far`);
      container.append(el('details', {}, summary, ...drawGroups(others)));
    },
    showReply({ fixture, status }) {
      const badge = fixture === null ? undefined : statuses.get(fixture);
      if (!badge) return;
      setText(badge, status === null ? 'no answer' : String(status));
      badge.className = `status ${status !== null && status < 300 ? 'good' : 'bad'}`;
    },
  };
}
