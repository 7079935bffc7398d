// The natives the bootstrap itself stands on, by the names scripts use; the binding puts them on the global object.

/** Native functions this file's neighbours call. Which of them exist depends on the side. */
export interface Natives {
  GetInvokingResource(): string | null;
  GetNumResourceMetadata(resource: string, key: string): number;
  GetResourceMetadata(resource: string, key: string, index: number): string | null;
  RegisterResourceAsEventHandler(name: string): void;
  TriggerEventInternal(name: string, payload: Uint8Array, length: number): void;
  TriggerClientEventInternal(name: string, target: unknown, payload: Uint8Array, length: number): void;
  TriggerLatentClientEventInternal(
    name: string,
    target: unknown,
    payload: Uint8Array,
    length: number,
    bytesPerSecond: number,
  ): void;
  TriggerServerEventInternal(name: string, payload: Uint8Array, length: number): void;
  TriggerLatentServerEventInternal(
    name: string,
    payload: Uint8Array,
    length: number,
    bytesPerSecond: number,
  ): void;
  GetNumPlayerIdentifiers(player: unknown): number;
  GetPlayerIdentifier(player: unknown, index: number): string;
  GetNumPlayerTokens(player: unknown): number;
  GetPlayerToken(player: unknown, index: number): string;
  GetNumPlayerIndices(): number;
  GetPlayerFromIndex(index: number): string;
  SendNuiMessage(json: string): void;
  GetStateBagValue(bag: string, key: string): unknown;
  SetStateBagValue(bag: string, key: string, value: Uint8Array, length: number, replicated: boolean): void;
  EnsureEntityStateBag(entity: number): void;
  NetworkGetEntityIsNetworked(entity: number): boolean;
  NetworkGetNetworkIdFromEntity(entity: number): number;
  PlayerId(): number;
  GetPlayerServerId(player: number): number;
}

const SHARED = [
  'GetInvokingResource',
  'GetNumResourceMetadata',
  'GetResourceMetadata',
  'RegisterResourceAsEventHandler',
  'TriggerEventInternal',
  'GetStateBagValue',
  'SetStateBagValue',
  'EnsureEntityStateBag',
  'NetworkGetNetworkIdFromEntity',
] as const;

const SERVER = [
  'TriggerClientEventInternal',
  'TriggerLatentClientEventInternal',
  'GetNumPlayerIdentifiers',
  'GetPlayerIdentifier',
  'GetNumPlayerTokens',
  'GetPlayerToken',
  'GetNumPlayerIndices',
  'GetPlayerFromIndex',
] as const;

const CLIENT = [
  'TriggerServerEventInternal',
  'TriggerLatentServerEventInternal',
  'SendNuiMessage',
  'NetworkGetEntityIsNetworked',
  'PlayerId',
  'GetPlayerServerId',
] as const;

/** Names of the natives every runtime of a side needs. */
export function bootstrapNatives(server: boolean): readonly (keyof Natives)[] {
  return [...SHARED, ...(server ? SERVER : CLIENT)];
}
