// State bags as scripts see them: `GlobalState`, `Player(id).state`, `Entity(handle).state`, `LocalPlayer.state`.

export interface StateBagPorts {
  server: boolean;
  get(bag: string, key: string): unknown;
  set(bag: string, key: string, value: unknown, replicated: boolean): void;
  /** Name of an entity's bag; may create the bag. */
  entityBag(entity: number): string;
  ownServerId(): number;
}

/** Player id that means "the player of this client". */
const SELF = -1;

export function createStateBags(ports: StateBagPorts): Record<string, unknown> {
  const bag = (name: string) =>
    new Proxy(
      {},
      {
        get: (_target, key) =>
          key === 'set'
            ? (name2: string, value: unknown, replicated: boolean) =>
                ports.set(name, name2, value, replicated)
            : ports.get(name, key as string),
        set(_target, key, value) {
          ports.set(name, key as string, value, ports.server);
          return true;
        },
      },
    );

  const owner = (data: number, nameOf: () => string) =>
    new Proxy(
      { __data: data },
      {
        get: (_target, key) => (key === 'state' ? bag(nameOf()) : null),
        set() {
          throw new Error('Not allowed at this time.');
        },
      },
    );

  const Player = (player: unknown) => {
    if (typeof player !== 'number' && typeof player !== 'string') return player;
    const id = Number(player);
    return owner(id, () => `player:${id === SELF ? ports.ownServerId() : id}`);
  };
  const Entity = (entity: unknown) => {
    return typeof entity === 'number' ? owner(entity, () => ports.entityBag(entity)) : entity;
  };
  const shared = { NewStateBag: bag, GlobalState: bag('global'), Player, Entity };
  return ports.server ? shared : { ...shared, LocalPlayer: Player(SELF) };
}
