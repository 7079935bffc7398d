// Access control: entries for dotted objects, principals that inherit from others, and who is asking right now.

export interface Aces {
  add(principal: string, object: string, allow: boolean): void;
  remove(principal: string, object: string, allow: boolean): void;
  addPrincipal(child: string, parent: string): void;
  removePrincipal(child: string, parent: string): void;
  /** Whether one principal, on its own, may do something. */
  isAllowed(principal: string, object: string): boolean;
  /** Whether any principal in force may do something; `builtin.everyone` when there is none. */
  check(object: string): boolean;
  /** Whether a principal is among those in force. */
  inForce(principal: string): boolean;
  /** Runs with more principals in force, or with only these. */
  as<T>(principals: readonly string[], run: () => T, only?: boolean): T;
  entries(): { principal: string; object: string; allow: boolean }[];
  inheritance(): { child: string; parent: string }[];
}

const EVERYONE = 'builtin.everyone';

export function createAces(): Aces {
  const byObject = new Map<string, { principal: string; allow: boolean }[]>();
  const parents = new Map<string, string[]>();
  let inForce: readonly string[] = [];

  function closure(principal: string): Set<string> {
    const all = new Set([principal, EVERYONE]);
    // Only the principal's own line is followed: what everyone inherits is not inherited by all.
    const follow = (child: string) => {
      for (const parent of parents.get(child) ?? []) {
        if (all.has(parent)) continue;
        all.add(parent);
        follow(parent);
      }
    };
    follow(principal);
    return all;
  }

  function isAllowed(name: string, object: string): boolean {
    const principals = closure(name.toLowerCase());
    let allowed = false;
    for (let part = object.toLowerCase(); ; part = part.slice(0, part.lastIndexOf('.'))) {
      for (const entry of byObject.get(part) ?? []) {
        if (!principals.has(entry.principal)) continue;
        if (!entry.allow) return false; // one denial beats every permission
        allowed = true;
      }
      if (!part.includes('.')) return allowed;
    }
  }

  return {
    isAllowed,
    add(principal, object, allow) {
      const key = object.toLowerCase();
      const entries = byObject.get(key) ?? [];
      entries.push({ principal: principal.toLowerCase(), allow });
      byObject.set(key, entries);
    },
    remove(principal, object, allow) {
      const key = object.toLowerCase();
      const kept = (byObject.get(key) ?? []).filter(
        (entry) => entry.principal !== principal.toLowerCase() || entry.allow !== allow,
      );
      byObject.set(key, kept);
    },
    addPrincipal(child, parent) {
      const key = child.toLowerCase();
      parents.set(key, [...(parents.get(key) ?? []), parent.toLowerCase()]);
    },
    removePrincipal(child, parent) {
      const key = child.toLowerCase();
      parents.set(
        key,
        (parents.get(key) ?? []).filter((known) => known !== parent.toLowerCase()),
      );
    },
    check: (object) =>
      inForce.length === 0
        ? isAllowed(EVERYONE, object)
        : inForce.some((principal) => isAllowed(principal, object)),
    inForce: (principal) => inForce.includes(principal.toLowerCase()),
    as(principals, run, only = false) {
      const before = inForce;
      const added = principals.map((principal) => principal.toLowerCase());
      inForce = only ? added : [...added, ...before];
      try {
        return run();
      } finally {
        inForce = before;
      }
    },
    entries: () =>
      [...byObject].flatMap(([object, entries]) => entries.map((entry) => ({ object, ...entry }))),
    inheritance: () => [...parents].flatMap(([child, list]) => list.map((parent) => ({ child, parent }))),
  };
}
