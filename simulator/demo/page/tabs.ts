// Tabs: one panel of several, chosen by pressing, arrow keys, Home and End.

/** Binds a tab list whose tabs name their panels with `aria-controls`; the first one is chosen. */
export function bindTabs(list: HTMLElement): void {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];

  function choose(chosen: HTMLElement): void {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !isChosen;
    }
  }

  /** Where a key leads from the tab at `index`, if anywhere. */
  function goal(key: string, index: number): HTMLElement | undefined {
    switch (key) {
      case 'ArrowRight':
        return tabs[(index + 1) % tabs.length];
      case 'ArrowLeft':
        return tabs.at(index - 1);
      case 'Home':
        return tabs[0];
      case 'End':
        return tabs.at(-1);
      default:
        return undefined;
    }
  }

  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
      const next = goal(event.key, index);
      if (!next) return;
      event.preventDefault();
      choose(next);
      next.focus();
    });
  }
  if (tabs[0]) choose(tabs[0]);
}
