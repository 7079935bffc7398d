// The simulator's public face: an FXServer with game clients that runs built resources, and a CAD for it.
export * from './cad/index.ts';
export type * from './game/types.ts';
export type { GameClient } from './host/game-client-types.ts';
export { createKvpStore, type KvpStore } from './host/kvp.ts';
export type { SentEvent } from './host/net.ts';
export type {
  ConsoleLine,
  ExportedFunction,
  MicrotaskMode,
  NativeCallRecord,
  OtherResource,
  PlayerOptions,
  ResourceState,
  RuntimeStats,
  Side,
  Vector,
} from './host/types.ts';
export type { HttpLogEntry, InjectedRequest, InjectOptions, LimiterOptions } from './http/types.ts';
export type { Problem } from './natives/native.ts';
export { type JoinOptions, type ServerOptions, type SimServer, startServer } from './server.ts';
