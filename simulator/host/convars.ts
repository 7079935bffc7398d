// Console variables: values with flags that only ever accumulate, typed reads, change listeners, read permissions.

export const convarFlags = { archive: 1, modified: 2, serverInfo: 4, replicated: 8, readOnly: 16 } as const;

/** Case-insensitive names, as everywhere in the console. */
export interface Convars {
  /** False when the variable may not be changed. */
  set(name: string, value: string, flags?: number): boolean;
  get(name: string): string | undefined;
  flags(name: string): number;
  names(): string[];
  /** `regex` is tested against the name as it was first set. */
  listen(regex: RegExp, listener: (name: string) => void): number;
  unlisten(cookie: number): void;
  /** Restricts a variable to the resources it was granted to (`add_convar_permission`). */
  grantRead(resource: string, name: string): void;
  /** Whether the running resource may read a variable; null is "no script is running". */
  canRead(resource: string | null, name: string): boolean;
  /** Replicated variables that changed since the last call, or all of them. */
  takeReplicated(all?: boolean): Map<string, string>;
}

export interface ConvarPorts {
  print(text: string): void;
}

interface Entry {
  name: string;
  value: string;
  flags: number;
}

export function createConvars({ print }: ConvarPorts): Convars {
  const entries = new Map<string, Entry>();
  const listeners = new Map<number, { regex: RegExp; listener: (name: string) => void }>();
  // The host compares these as they are written: another spelling of the name is not restricted.
  const restricted = new Map<string, Set<string>>();
  let cookies = 0;

  const changed = (entry: Entry) => {
    entry.flags |= convarFlags.modified;
    for (const { regex, listener } of [...listeners.values()])
      if (regex.test(entry.name)) listener(entry.name);
  };

  return {
    set(name, value, flags = 0) {
      let entry = entries.get(name.toLowerCase());
      if (!entry) {
        entry = { name, value: '', flags: convarFlags.modified };
        entries.set(name.toLowerCase(), entry);
      } else if (entry.flags & convarFlags.readOnly) {
        print(`^3Warning: '${entry.name}' is read only. Try using \`+set\` in the command line.^7`);
        return false;
      }
      entry.flags |= flags;
      const before = entry.value;
      entry.value = value;
      if (before !== value) changed(entry); // setting the same value again tells nobody
      return true;
    },
    get: (name) => entries.get(name.toLowerCase())?.value,
    flags: (name) => entries.get(name.toLowerCase())?.flags ?? 0,
    names: () => [...entries.values()].map((entry) => entry.name),
    listen(regex, listener) {
      listeners.set(++cookies, { regex, listener });
      return cookies;
    },
    unlisten: (cookie) => void listeners.delete(cookie),
    grantRead(resource, name) {
      const resources = restricted.get(name) ?? new Set();
      resources.add(resource);
      restricted.set(name, resources);
    },
    canRead(resource, name) {
      const resources = restricted.get(name);
      return !resources || (resource !== null && resources.has(resource));
    },
    takeReplicated(all = false) {
      const taken = new Map<string, string>();
      for (const entry of entries.values()) {
        if (!(entry.flags & convarFlags.replicated)) continue;
        if (!all && !(entry.flags & convarFlags.modified)) continue;
        taken.set(entry.name, entry.value);
        if (!all) entry.flags &= ~convarFlags.modified;
      }
      return taken;
    },
  };
}

/** The pattern language of convar listeners: `*`, and ` ` or `+` between alternatives. */
export function listenerPattern(filter: string | null): RegExp {
  if (filter === null) return /.*/;
  const text = filter
    .replace(/[.^$|()[\]{}?\\]/g, '\\$&')
    .replace(/[ +]/g, '|')
    .replace(/\*/g, '.*');
  return new RegExp(`^(?:${text})$`, 'i');
}

/** `std::stoi` on what `true` and `false` mean; undefined when there is no number at the start or it is too big. */
export function toInteger(value: string): number | undefined {
  const lower = value.toLowerCase();
  if (lower === 'true') return 1;
  if (lower === 'false') return 0;
  const digits = /^\s*[-+]?\d+/.exec(lower)?.[0];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  return number === (number | 0) ? number : undefined;
}

/** `std::stof`; undefined when there is no number at the start. */
export function toFloat(value: string): number | undefined {
  const number = /^\s*[-+]?(?:nan|inf)/i.test(value) ? Number.NaN : Number.parseFloat(value);
  return Number.isNaN(number) ? undefined : Math.fround(number);
}
