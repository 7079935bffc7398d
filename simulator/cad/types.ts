// What the CAD keeps and says, in the words of its wire.

/** GTA world coordinates in metres; `w` is the heading in degrees. */
export interface Coordinates {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly w: number;
}

export interface UnitData {
  /** Ids of the time before community links, such as `STEAM:1100001000000b2`. */
  readonly apiIds: readonly string[];
  /** Linked in-game id of the account; absent while nothing is linked. */
  readonly communityUserId?: string;
  readonly unitNum: string;
  readonly name: string;
  readonly district: string;
  readonly department: string;
  readonly subdivision: string;
  readonly rank: string;
  /** Name of the unit group, or empty. */
  readonly group: string;
  /** 0 police, 1 fire, 2 EMS, 3 dispatch. */
  readonly page: number;
}

/** An identifier of an account: somebody's unit, or a dispatcher. */
export interface CadUnit {
  readonly id: number;
  readonly accId: string;
  /** 0 unavailable, 1 busy, 2 available, 3 en route, 4 on scene, 100 offline; communities add their own. */
  readonly status: number;
  readonly isPanic: boolean;
  readonly location: string;
  readonly aop: string;
  readonly data: UnitData;
  readonly isDispatch: boolean;
  readonly coordinates: Coordinates | null;
}

/** Texts, but for `origin911`, which the CAD itself writes as a number. */
export type MetaData = Readonly<Record<string, string | number>>;

export interface EmergencyCall {
  readonly callId: number;
  /** Emergency, or civil. */
  readonly isEmergency: boolean;
  readonly caller: string;
  readonly location: string;
  readonly description: string;
  readonly metaData: MetaData;
  /** ISO 8601, UTC. */
  readonly updated: string;
}

export interface CallNote {
  /** ISO 8601 in answers of the REST API, `HH:MM:SS` in events. */
  readonly time: string;
  readonly label: string;
  readonly type: string;
  readonly content: string;
}

export interface DispatchCall {
  readonly callId: number;
  /** 0 caller, 1 radio, 2 observed, 3 walk-up. */
  readonly origin: number;
  /** 0 pending, 1 active, 2 closed. */
  readonly status: number;
  /** 1 to 3; templates of a community may have words instead. */
  readonly priority: number | string;
  readonly block: string;
  readonly address: string;
  readonly postal: string;
  readonly title: string;
  readonly code: string;
  /** Unit that leads, 0 when none does. */
  readonly primary: number;
  readonly trackPrimary: boolean;
  readonly description: string;
  readonly notes: readonly CallNote[];
  readonly idents: readonly number[];
  readonly metaData: MetaData;
  readonly updated: string;
}

/** A game server as it stands in the settings of the community. */
export interface CadServer {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly signal: string;
  readonly mapUrl: string;
  /** Where the CAD reaches the game server. */
  readonly mapIp: string;
  readonly listenerPort: string;
  readonly differingOutbound: boolean;
  readonly outboundIp: string;
  readonly enableMap: boolean;
  readonly mapType: string;
  readonly isStatic: boolean;
  readonly liveMapFormat: number;
}

/** A push event as it goes over the wire. */
export interface PushEnvelope {
  readonly key: string;
  readonly type: string;
  readonly data?: unknown;
  /** Only with `GET_LOGS`. */
  readonly logKey?: string;
}

export const callStatus = { pending: 0, active: 1, closed: 2 } as const;
export const unitStatus = {
  unavailable: 0,
  busy: 1,
  available: 2,
  enroute: 3,
  onScene: 4,
  offline: 100,
} as const;
export const unitPage = { police: 0, fire: 1, ems: 2, dispatch: 3 } as const;
