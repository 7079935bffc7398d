// What one side of the game offers to the parts built on it, and what it asks of whoever puts it together.
import type { NativeTable, Problem } from '../natives/native.ts';
import type { RuntimeHost, ScriptRuntime } from '../runtime/types.ts';
import type { Aces } from './aces.ts';
import type { Clock } from './clock.ts';
import type { CommandCall, Commands } from './commands.ts';
import type { ServerFacts } from './constraints.ts';
import type { Convars } from './convars.ts';
import type { Events } from './events.ts';
import type { Kvp, KvpStore } from './kvp.ts';
import type { Log } from './log.ts';
import type { Refs, Sender } from './refs.ts';
import type { Resource } from './resource.ts';
import type { Resources } from './resources.ts';
import type { StateBags } from './state-bags.ts';
import type { ConsoleLine, MicrotaskMode, NativeCallRecord, RuntimeStats, Side } from './types.ts';

export interface HostOptions {
  side: Side;
  clock: Clock;
  kvp: KvpStore;
  microtasks: MicrotaskMode;
  /** Called once the host is there; natives reach into it. */
  natives(host: Host): NativeTable;
  facts?: () => ServerFacts;
  /** Offers a command nobody registered; true when somebody took it. */
  unknownCommand?(name: string, call: CommandCall): boolean;
  /** Sends a state bag value to the other side. */
  replicate?(bag: string, key: string, value: Uint8Array): void;
  onStarted?(resource: Resource): void;
  onStopping?(resource: Resource): void;
  onStopped?(resource: Resource): void;
}

export interface Host extends RuntimeHost {
  readonly clock: Clock;
  readonly startedAt: number;
  readonly console: Log<ConsoleLine>;
  readonly problems: Log<Problem>;
  readonly calls: Log<NativeCallRecord>;
  readonly events: Events;
  readonly refs: Refs;
  readonly convars: Convars;
  readonly aces: Aces;
  readonly commands: Commands;
  readonly kvp: Kvp;
  readonly bags: StateBags;
  readonly resources: Resources;
  /** Whether native calls are recorded. */
  recordCalls: boolean;
  permit(resource: string, permission: string): void;
  /** Sets a state bag value and replicates it where that is called for. */
  setBag(bag: string, key: string, value: Uint8Array, source: number, replicated: boolean): void;
  /** The resource whose script is running. */
  running(): string | null;
  /** Undone when a resource stops. */
  onStop(resource: string, undo: () => void): void;
  trigger(name: string, args: readonly unknown[], source?: string, sender?: Sender): boolean;
  queueEvent(name: string, args: readonly unknown[], source: string, only?: string): void;
  /** Calls an export as a script without a resource would; throws when there is none. */
  callExport(resource: string, name: string, args: readonly unknown[]): unknown;
  runtime(resource: string): ScriptRuntime;
  stats(resource: string): RuntimeStats;
  /** One turn of the resource manager. */
  tick(): void;
  /** Stops all resources. */
  shutdown(): void;
  /** Lets go of the process; what scripts left behind, such as late rejections, is nobody's afterwards. */
  release(): void;
}
