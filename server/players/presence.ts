// Who is here, which unit of the CAD each player is, and who is on duty: puts the parts of this folder together.

import type { Change, ChangeOf } from '../cad/changes.ts';
import type { CadUnit } from '../cad/unit.ts';
import type { Clock, Console, LocalBus, Players, Resources } from '../ports.ts';
import { createAceDuty } from './ace-duty.ts';
import { createCadDuty } from './cad-duty.ts';
import { createCharacters } from './characters.ts';
import { createDuty, type Duty, type DutyListener, type DutyRules } from './duty.ts';
import type { DutyConfig } from './duty-config.ts';
import type { DutySource } from './duty-source.ts';
import { createExportDuty, type ExportDuty } from './export-duty.ts';
import { createFacets, type Facets } from './facets.ts';
import { createFrameworkLink } from './frameworks/framework-link.ts';
import { createJobDuty, type JobRules } from './job-duty.ts';
import { createMatching, type Matching, type MatchListener } from './matching.ts';
import { createRoster, type Roster } from './roster.ts';
import { looksSameToRules } from './rules.ts';

export interface Presence {
  readonly roster: Pick<Roster, 'has' | 'ids' | 'size' | 'withIdentifier'>;
  readonly matching: Pick<Matching, 'playerOf' | 'unitOf' | 'unitsOf' | 'players'>;
  readonly duty: Pick<Duty, 'isOnDuty' | 'players' | 'verify' | 'explain'>;
  /** Functions of other resources that put players on duty. */
  readonly exportDuty: Pick<ExportDuty, 'register' | 'unregister'>;
  /** Players on duty by what their unit is. */
  readonly facets: Pick<Facets, 'dispatchers' | 'having'>;
  /** The framework that runs, as shown to owners, or null. */
  framework(): string | null;
  /** Name of the character a player is playing, or null. */
  characterName(player: number): string | null;
  /**
   * The player whom a unit had when it logged out, or null: who hears of the logout wants to know. `unit` is the one of the
   * change; of a unit that is logged in nothing is known here.
   */
  playerAtLogout(unit: CadUnit): number | null;
  /** Takes in what became of units; other changes come to nothing. To be called before `duty.verify`. */
  apply(changes: readonly Change[]): void;
  /** Takes in units that are known from before the start, in the order of their logins. */
  restore(units: Iterable<CadUnit>): void;
  /** Takes in the players who are here, and those who come and go from now on. */
  start(): void;
  /** Other settings count from now on, except for the choice of a framework. */
  configure(config: DutyConfig): void;
  stop(): void;
}

/** What presence needs of the host. */
export interface PresencePorts {
  readonly players: Pick<Players, 'ids' | 'identifiers' | 'isAceAllowed' | 'onJoin' | 'onDrop'>;
  readonly resources: Pick<Resources, 'isRunning' | 'onStart' | 'onStop' | 'call'>;
  readonly local: Pick<LocalBus, 'on'>;
  readonly clock: Clock;
  readonly console: Pick<Console, 'warn'>;
  /** A unit that is logged in, as it is now. */
  readonly unit: (ident: number) => CadUnit | null;
}

/** Told what becomes of players. */
export interface PresenceListeners {
  /** A player went on or off duty. */
  readonly onDuty: DutyListener;
  /** A unit has another player. */
  readonly onUnit?: MatchListener;
  /** A player who stays on duty has another unit, or theirs is another in what rules look at. */
  readonly onOwnUnit?: (player: number) => void;
  /** A player has left, after everything else was settled. */
  readonly onLeft?: (player: number, wasOnDuty: boolean) => void;
}

/** Nobody is here until `start`. The listeners may be called from any of the methods that change something. */
export function createPresence(
  ports: PresencePorts,
  config: DutyConfig,
  listeners: PresenceListeners,
): Presence {
  const { players, resources, local, clock, console, unit } = ports;
  const roster = createRoster();
  const facets = createFacets();
  const playersAtLogout = new WeakMap<CadUnit, number>();
  const matching = createMatching({
    roster,
    onChange(ident, player, before) {
      listeners.onUnit?.(ident, player, before);
      if (before !== null) ownUnitMoved(before);
      if (player !== null) ownUnitMoved(player);
    },
  });

  /** The unit of a player is another one: that may be what puts them on duty. */
  function ownUnitMoved(player: number): void {
    const wasOnDuty = duty.isOnDuty(player);
    cadDuty.tell(player);
    if (wasOnDuty && duty.isOnDuty(player)) ownUnitChanged(player);
  }

  function ownUnitChanged(player: number): void {
    facets.put(player, ownUnit(player));
    listeners.onOwnUnit?.(player);
  }

  function ownUnit(player: number): CadUnit | null {
    const ident = matching.unitOf(player);
    return ident === null ? null : unit(ident);
  }

  const characters = createCharacters({
    clock,
    ask: (player) => link.characterOf(player),
    onChange: (player) => jobDuty.tell(player),
  });
  const cadDuty = createCadDuty(matching);
  const jobDuty = createJobDuty({
    ...toJobRules(config),
    characterOf: characters.of,
    frameworkLabel: () => link.label(),
    whyNone: () => link.whyNone(),
  });
  const link = createFrameworkLink({
    choice: config.framework,
    resources,
    local,
    clock,
    console,
    listener: characters,
  });
  const exportDuty = createExportDuty(resources, console);
  /** Those that are cheap to ask come first. */
  const sources: Readonly<Record<DutyConfig['sources'][number], DutySource>> = {
    cad: cadDuty,
    job: jobDuty,
    ace: createAceDuty(players),
    export: exportDuty,
  };
  const toDutyRules = (from: DutyConfig): DutyRules => ({
    sources: Object.values(sources).filter(({ name }) => from.sources.some((wanted) => wanted === name)),
    combine: from.combine,
    checkMs: from.aceCheckSeconds * 1000,
  });
  const duty = createDuty({
    ...toDutyRules(config),
    roster,
    clock,
    onChange(player, isOnDuty) {
      if (isOnDuty) facets.put(player, ownUnit(player));
      else facets.remove(player);
      listeners.onDuty(player, isOnDuty);
    },
  });

  function join(player: number): void {
    roster.join(player, players.identifiers(player));
    matching.join(player);
    duty.join(player);
  }

  function drop(player: number): void {
    const wasOnDuty = duty.isOnDuty(player);
    roster.drop(player);
    duty.drop(player);
    facets.remove(player);
    matching.drop(player);
    characters.forget(player);
    listeners.onLeft?.(player, wasOnDuty);
  }

  function unitUpdated({ unit: after, before }: ChangeOf<'unit.updated'>): void {
    if (after.identities !== before.identities) matching.putUnit(after);
    if (looksSameToRules(after, before)) return;
    const player = matching.playerOf(after.ident);
    if (player !== null && duty.isOnDuty(player) && matching.unitOf(player) === after.ident) {
      ownUnitChanged(player);
    }
  }

  function loggedOut(gone: CadUnit): void {
    const player = matching.playerOf(gone.ident);
    if (player !== null) playersAtLogout.set(gone, player);
    matching.removeUnit(gone.ident);
  }

  return {
    roster,
    matching,
    duty,
    exportDuty,
    facets,
    framework: link.label,
    playerAtLogout: (gone) => playersAtLogout.get(gone) ?? null,
    characterName: (player) => (roster.has(player) ? (characters.of(player)?.name ?? null) : null),
    apply(changes) {
      for (const change of changes) {
        if (change.type === 'unit.login') matching.putUnit(change.unit);
        else if (change.type === 'unit.updated') unitUpdated(change);
        else if (change.type === 'unit.logout') loggedOut(change.unit);
      }
    },
    restore(units) {
      for (const unit of units) matching.putUnit(unit);
    },
    start() {
      players.onJoin(join);
      players.onDrop(drop);
      // Ids grow with every connection, so this is the order in which they joined.
      for (const player of players.ids().sort((a, b) => a - b)) join(player);
    },
    configure(next) {
      jobDuty.configure(toJobRules(next));
      duty.configure(toDutyRules(next));
    },
    stop() {
      duty.stop();
      link.stop();
    },
  };
}

const toJobRules = ({ jobs, requireFrameworkDuty }: DutyConfig): JobRules => ({
  jobs,
  requireOnDuty: requireFrameworkDuty,
});
