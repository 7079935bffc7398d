// The list of recorded events beside the story: each one is a button that sends it and then shows what came of it.

import type { FixtureView, Reply } from '../views.ts';
import { byId, el } from './dom.ts';
import { createEventButton, type EventButton } from './event-button.ts';

export interface Fixtures {
  show(fixtures: readonly FixtureView[]): void;
  showReply(reply: Reply): void;
}

/** Fills `#fixtures`. `send` is told the name of the event that was pressed. */
export function createFixtures(send: (name: string) => void): Fixtures {
  const container = byId('fixtures', HTMLElement);
  const buttons = new Map<string, EventButton>();

  function drawGroup(title: string, fixtures: readonly FixtureView[]): HTMLElement {
    const items = fixtures.map((fixture) => {
      const button = createEventButton({ ...fixture, send });
      buttons.set(fixture.name, button);
      return el('li', {}, button.element);
    });
    return el('section', {}, el('h3', {}, title), el('ul', {}, ...items));
  }

  return {
    show(fixtures) {
      buttons.clear();
      const groups = [...new Set(fixtures.map(({ group }) => group))];
      container.replaceChildren(
        ...groups.map((title) =>
          drawGroup(
            title,
            fixtures.filter(({ group }) => group === title),
          ),
        ),
      );
    },
    showReply(reply) {
      if (reply.fixture !== null) buttons.get(reply.fixture)?.showReply(reply);
    },
  };
}
