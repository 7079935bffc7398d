// What other resources can use of sonorancad, for TypeScript. Written by hand; a test of the project holds it equal to
// what the resource really does. Only types: importing it costs nothing at run time. See docs/integration.md.
//
//   import type { Call, ServerExports } from '../sonorancad/types/index.d.ts';
//   const cad = globalThis.exports.sonorancad as ServerExports;
//   on('sonorancad:callOpened', (call: Call) => console.log(call.key));

/** How a call's position was found. `exact`: coordinates sent with the call; the others are estimates. */
export type Accuracy = 'exact' | 'postal' | 'caller';

/** A place in GTA world coordinates (metres). `z` is null when only the place on the map is known. */
export interface Position {
  readonly x: number;
  readonly y: number;
  readonly z: number | null;
  readonly accuracy: Accuracy;
}

/** One line of a call's log, as the CAD words it. `time` is the CAD's own text: `HH:MM:SS` or ISO 8601. */
export interface Note {
  readonly time: string;
  readonly label: string;
  readonly type: string;
  readonly content: string;
}

/** What has become of an incident: reported, taken over by dispatch, or over. */
export type Stage = '911' | 'dispatch' | 'closed';

/** An incident: a 911 call, a dispatch call, or both. Times are ms since the epoch, by the game server's clock. */
export interface Call {
  /** Stable for the life of the incident: `911:302` or `dispatch:501`. */
  readonly key: string;
  readonly emergencyId: number | null;
  readonly dispatchId: number | null;
  readonly stage: Stage;
  /** False for a civil (non-emergency) call. */
  readonly isEmergency: boolean;
  readonly title: string;
  readonly code: string;
  readonly description: string;
  readonly caller: string;
  readonly address: string;
  readonly postal: string;
  readonly block: string;
  /** 1 to 3, or the community's own word. */
  readonly priority: number | string | null;
  /** 0 caller, 1 radio dispatch, 2 observed, 3 walk-up. */
  readonly origin: number | null;
  /** 0 pending, 1 active, 2 closed. */
  readonly status: number | null;
  /** Ident of the primary unit. */
  readonly primary: number | null;
  readonly trackPrimary: boolean;
  /** Idents of the attached units. */
  readonly idents: readonly number[];
  /** Oldest first. */
  readonly notes: readonly Note[];
  readonly position: Position | null;
  /** Free-form facts sent with the call; plain strings only. */
  readonly metaData: Readonly<Record<string, string>>;
  readonly openedAt: number;
  readonly updatedAt: number;
}

/** A unit that is logged in to the CAD. Texts are `''` when the CAD does not say. */
export interface Unit {
  /** The id by which the CAD names the unit. */
  readonly ident: number;
  /** CAD account (UUID), or null. */
  readonly accountId: string | null;
  /** Index into the community's list of statuses, or null. */
  readonly status: number | null;
  /** The status in words, as set in the configuration. */
  readonly statusLabel: string;
  readonly isPanic: boolean;
  readonly isDispatch: boolean;
  readonly unitNum: string;
  readonly name: string;
  readonly district: string;
  readonly department: string;
  readonly subdivision: string;
  readonly rank: string;
  readonly group: string;
  /** Street, as the CAD words it. */
  readonly location: string;
  /** Area of patrol. */
  readonly aop: string;
  /** 0 police, 1 fire, 2 EMS, 3 dispatch, -1 unknown; null when the CAD does not say. */
  readonly page: number | null;
  /** Identifiers of the person behind the unit. Do not send them to game clients. */
  readonly identities: readonly string[];
  /** Server id of the player who is the unit, or null. */
  readonly playerId: number | null;
}

/** Whom a tone is for: 0 all units, 1 a dispatch call, 2 agency, 3 department, 4 subdivision, 5 ident, 6 group. */
export interface ToneTarget {
  readonly type: number;
  readonly value: string | number | null;
  readonly label: string;
}

/** A tone from the CAD's tone board. */
export interface Tone {
  readonly url: string;
  readonly targets: readonly ToneTarget[];
}

/** An alert for stations: doors to open and close, lights, a tone, and a text or base64 audio to say. */
export interface StationAlert {
  readonly locations: readonly { name: string; open: readonly string[]; close: readonly string[] }[];
  readonly message: string;
  readonly colors: readonly string[];
  readonly tone: string;
}

/** A message to pagers. */
export interface Page {
  readonly addresses: readonly string[];
  readonly idents: readonly number[];
  readonly nature: string;
  readonly body: string;
}

/** Counters since the start and the present state. Times are ms since the epoch. More may be added. */
export interface Status {
  readonly resource: string;
  readonly version: string;
  readonly startedAt: number;
  /** Whether an API key is set. */
  readonly isConfigured: boolean;
  readonly url: string;
  readonly calls: { readonly open: number };
  readonly units: { readonly online: number; readonly isDispatcherOnline: boolean };
  readonly players: { readonly online: number; readonly onDuty: number };
  /** Framework that is asked for jobs, or null. */
  readonly framework: string | null;
  /** Where postals are known from, or null. */
  readonly postals: { readonly resource: string; readonly codes: number } | null;
  readonly events: {
    readonly accepted: number;
    readonly byType: Readonly<Record<string, number>>;
    readonly lastAt: number | null;
    readonly lastType: string | null;
  };
  /** Refused requests by reason. */
  readonly refused: Readonly<Record<string, number>>;
  readonly forwarding: { readonly targets: readonly object[]; readonly looped: number };
  readonly websocket: {
    /** How events come, as set in config.json. */
    readonly transport: 'http' | 'websocket' | 'both';
    /** What is missing in server.cfg, or null. */
    readonly missing: string | null;
    /** Null while there is no connection. */
    readonly connectedSince: number | null;
    /** Sonoran CAD did not accept us when it was last tried. */
    readonly isRefused: boolean;
    readonly reconnects: number;
    /** Events that came over it. */
    readonly events: number;
    readonly lastEventAt: number | null;
    readonly lastError: string | null;
    readonly lastErrorAt: number | null;
  };
}

/** A 911 call to be made. What is left out is empty; an emergency unless said otherwise. */
export interface EmergencyDraft {
  readonly isEmergency?: boolean;
  readonly caller?: string;
  readonly location?: string;
  readonly description?: string;
  /** Free-form facts: `x`, `y`, `z` (GTA world coordinates), `postal`, `callerPlayerId`. */
  readonly metaData?: Readonly<Record<string, string | number | boolean>>;
}

/** A dispatch call to be made. */
export interface DispatchDraft {
  readonly title: string;
  /** 0 caller (the default), 1 radio dispatch, 2 observed, 3 walk-up. */
  readonly origin?: number;
  /** 0 pending, 1 active (the default), 2 closed. */
  readonly status?: number;
  /** 1 to 3, 2 by default. */
  readonly priority?: number;
  readonly code?: string;
  readonly description?: string;
  readonly address?: string;
  readonly postal?: string;
  readonly block?: string;
  readonly metaData?: Readonly<Record<string, string | number | boolean>>;
  /** People whose units are attached, by linked account or by CAD account. */
  readonly communityUserIds?: readonly string[];
  readonly accounts?: readonly string[];
}

/**
 * What came of an action. `code` `local`: it was done on this server only, as the CAD's API is not set up. A failure has
 * a `code` for programs and a `reason` in English for people.
 */
export type Outcome<T = object> =
  | ({ readonly ok: true; readonly code?: 'local' } & T)
  | { readonly ok: false; readonly code: string; readonly reason: string };

/**
 * Functions of `exports.sonorancad` on the server. They answer at once, or with a promise, whatever they are asked, and
 * never throw; their promises never reject. No interface, so that what the host's own types say of exports can be cast to it.
 */
export type ServerExports = {
  /** Open calls, oldest first. */
  getCalls(): Call[];
  /** An open call by its key, by a dispatch call's number, or by `"911:<number>"`. */
  getCall(key: string | number): Call | null;
  /** Units that are logged in. */
  getUnits(): Unit[];
  getUnit(ident: number | string): Unit | null;
  /** The unit of a player; of several the one that logged in last. */
  getUnitByPlayer(playerId: number | string): Unit | null;
  getPlayerByUnit(ident: number | string): number | null;
  isOnDuty(playerId: number | string): boolean;
  getOnDutyPlayers(): number[];
  /**
   * Calls `handler` with the clean data of every push event of a type (`"*"`: of all). A type that is not known here
   * becomes known. The subscription ends with your resource. Returns its id, or null when an argument was none.
   */
  onPush(type: string, handler: (data: unknown, type: string) => unknown): number | null;
  /** Ends a subscription. False when there was none. */
  offPush(id: number): boolean;
  /**
   * Lets a function of yours say who is on duty. It is asked often and has to answer true or false at once. One per
   * resource; a second replaces the first. It ends with your resource. False when it is no function.
   */
  registerDuty(predicate: (playerId: number) => boolean): boolean;
  unregisterDuty(): void;
  /** Why a player is on duty or not, and sees a call or not: lines to show to an administrator. */
  explain(playerId: number | string, call?: string | number): string[];
  getStatus(): Status;
  /** The player's unit goes to a call: attaches it, or makes a dispatch call from the 911 call. */
  respond(playerId: number | string, call: string | number): Promise<Outcome>;
  /** The player's unit leaves its call. */
  detach(playerId: number | string): Promise<Outcome>;
  addNote(playerId: number | string, call: string | number, text: string): Promise<Outcome>;
  /** `status` is an index, or a label as in `statusLabels` of config.json. */
  setStatus(
    playerId: number | string,
    status: number | string,
  ): Promise<Outcome<{ readonly status: number }>>;
  setPanic(playerId: number | string, isPanic: boolean): Promise<Outcome>;
  /** The player's unit, which is attached to the call, becomes its primary unit. */
  setPrimary(playerId: number | string, call: string | number): Promise<Outcome>;
  /** Changes the postal of a dispatch call; its blip goes there when it has no coordinates. */
  setPostal(call: string | number, postal: string | number): Promise<Outcome>;
  /** `key` stays; `callId` is the CAD's number, null while the CAD does not know the call. */
  createEmergencyCall(
    draft: EmergencyDraft,
  ): Promise<Outcome<{ readonly key: string; readonly callId: number | null }>>;
  /** `callback` is for what was written for the official resource: it gets a text and whether it was done. */
  createDispatchCall(
    draft: DispatchDraft,
    callback?: (text: string, isDone: boolean) => unknown,
  ): Promise<Outcome<{ readonly key: string; readonly callId: number }>>;
};

/** Local events on the server, with their arguments. No client can raise them. */
export interface ServerEvents {
  /** Every accepted push event, decoded: the fields of docs/events.md. */
  'sonorancad:push': [type: string, data: unknown];
  'sonorancad:callOpened': [call: Call];
  'sonorancad:callUpdated': [call: Call, before: Call];
  'sonorancad:callClosed': [call: Call];
  'sonorancad:callNote': [call: Call, note: Note];
  'sonorancad:unitAttached': [call: Call, unit: Unit];
  'sonorancad:unitDetached': [call: Call, unit: Unit];
  'sonorancad:unitLogin': [unit: Unit];
  'sonorancad:unitLogout': [unit: Unit];
  'sonorancad:unitStatus': [unit: Unit, before: Unit];
  'sonorancad:unitPanic': [unit: Unit, isPanic: boolean];
  'sonorancad:dutyChanged': [playerId: number, isOnDuty: boolean];
  'sonorancad:tone': [tone: Tone];
  'sonorancad:stationAlert': [alert: StationAlert];
  'sonorancad:pager': [page: Page];
}

/** A handler for one of the server events: `const opened: ServerEventHandler<'sonorancad:callOpened'> = (call) => …`. */
export type ServerEventHandler<Name extends keyof ServerEvents> = (...args: ServerEvents[Name]) => void;
