// The postals of this server's map, from the data file of the postal resource that runs, kept in step with it.

import { type Result, refuse } from '../../shared/result.ts';
import { toConsoleText } from '../../shared/text.ts';
import type { Cancel, Clock, Console, Resources } from '../ports.ts';
import { AUTO, type PlacesConfig } from './places-config.ts';
import { type Place, type PostalIndex, readPostalIndex } from './postal-index.ts';

/** Where postals are. Empty while no postal resource runs. */
export interface Postals {
  /** Where a postal is (GTA world metres), or null. Letter case and outer blanks do not matter. */
  find(code: string): Place | null;
  /** The postal nearest to a place, in capital letters, or null while none is known. */
  nearest(x: number, y: number): string | null;
  /** The resource the postals are from and how many there are, or null. */
  source(): { readonly resource: string; readonly codes: number } | null;
  /** Looks for the postal resource and reads its file anew, for when the settings have changed. */
  reload(): void;
  /** Runs after the postals have become others, in the order in which listeners were added. */
  onChange(run: () => void): void;
}

/** The manifest entry by which nearest-postal and its like name their data file, inside their own folder. */
const MANIFEST_KEY = 'postal_file';
const BEST_KNOWN = 'nearest-postal';
/** A resource that is back within this time was restarted: until then its postals stay. */
const RESTART_MS = 10_000;

/** Finds the postals at once if their resource runs, else when it starts. Never throws. */
export function createPostals(options: {
  readonly resources: Pick<Resources, 'names' | 'isRunning' | 'metadata' | 'readFile' | 'onStart' | 'onStop'>;
  readonly console: Console;
  readonly clock: Clock;
  readonly settings: () => Pick<PlacesConfig, 'postalResource'>;
}): Postals {
  const { resources, console, clock, settings } = options;
  const listeners: (() => void)[] = [];
  let known: { readonly resource: string; readonly index: PostalIndex } | null = null;
  let pendingLoss: Cancel | null = null;

  const isCandidate = (name: string) => Boolean(resources.metadata(name, MANIFEST_KEY));

  /** The resource to take. The host does not yet call one `started` that is just `starting`. */
  function choose(starting: string | null = null): string | null {
    const isUp = (name: string) => name === starting || resources.isRunning(name);
    const { postalResource } = settings();
    if (postalResource !== AUTO) return isUp(postalResource) ? postalResource : null;
    const candidates = resources.names().filter((name) => isUp(name) && isCandidate(name));
    return candidates.sort(byRank)[0] ?? null;
  }

  function read(resource: string): Result<PostalIndex, string> {
    const file = resources.metadata(resource, MANIFEST_KEY);
    if (!file) return refuse(`there is no ${MANIFEST_KEY} in its fxmanifest.lua`);
    const text = resources.readFile(resource, file);
    const index = text === null ? refuse('the file is missing') : readPostalIndex(text);
    return index.ok ? index : refuse(`${file}: ${index.error}`);
  }

  function change(next: typeof known): void {
    pendingLoss?.();
    pendingLoss = null;
    known = next;
    for (const run of listeners) run();
  }

  /** Takes the postals of a resource; false when they cannot be read: then those that are known stay. */
  function take(resource: string): boolean {
    const index = read(resource);
    if (index.ok) {
      const { size, skipped } = index.value;
      const remark = skipped === 0 ? '' : `; ${skipped} other entries of the file could not be used`;
      console.info(`${size} postals are known from ${resource}${remark}.`);
      change({ resource, index: index.value });
      return true;
    }
    const rest = known
      ? `Those known from ${known.resource} stay.`
      : 'Calls without coordinates may have no blip.';
    console.warn(toConsoleText(`The postals of ${resource} cannot be used: ${index.error}. ${rest}`));
    return false;
  }

  function lose(): void {
    if (!known) return;
    console.info(`The postals of ${known.resource} are not used any more.`);
    change(null);
  }

  function replaceStopped(): void {
    const next = choose();
    if (next !== known?.resource && (next === null || !take(next))) lose();
  }

  function reload(): void {
    const { postalResource } = settings();
    const resource = choose();
    if (resource !== null) take(resource);
    else lose();
    if (resource === null && postalResource !== AUTO && !resources.names().includes(postalResource)) {
      console.warn(
        `places.postalResource: there is no resource ${toConsoleText(postalResource)} on this server.`,
      );
    }
  }

  resources.onStart((name) => {
    const isOfInterest = name === settings().postalResource || isCandidate(name);
    if (isOfInterest && choose(name) === name) take(name);
  });
  resources.onStop((name) => {
    if (name !== known?.resource) return;
    pendingLoss?.();
    pendingLoss = clock.after(RESTART_MS, replaceStopped);
  });
  reload();

  return {
    find: (code) => known?.index.find(code) ?? null,
    nearest: (x, y) => known?.index.nearest(x, y)?.toUpperCase() ?? null,
    source: () => known && { resource: known.resource, codes: known.index.size },
    reload,
    onChange: (run) => void listeners.push(run),
  };
}

/** Other resources bring a copy of the postals for their own use (logging scripts do): those come last. */
function byRank(a: string, b: string): number {
  const rank = (name: string) => (name === BEST_KNOWN ? 0 : name.toLowerCase().includes('postal') ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
