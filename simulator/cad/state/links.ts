// Which in-game user belongs to which account, and the codes by which users link themselves.

/** A code that was shown to a user; it counts for ten minutes. */
export interface LinkCode {
  readonly code: string;
  readonly communityUserId: string;
  /** ms since the Unix epoch. */
  readonly expiresAt: number;
}

export interface Links {
  /** Account of a community user id. */
  account(communityUserId: string): string | undefined;
  link(communityUserId: string, accountUuid: string): void;
  createCode(communityUserId: string): LinkCode;
  /** The code, once: it is used up by asking. Undefined when it is unknown or too old. */
  take(code: string): LinkCode | undefined;
  clear(): void;
}

export const LINK_CODE_MS = 10 * 60_000;
const CODE_LENGTH = 4;
const BASE = 36;

export function createLinks(now: () => number): Links {
  const accounts = new Map<string, string>();
  const codes = new Map<string, LinkCode>();
  let created = 0;

  return {
    account: (communityUserId) => accounts.get(communityUserId),
    link: (communityUserId, accountUuid) => void accounts.set(communityUserId, accountUuid),
    createCode(communityUserId) {
      created += 1;
      const code = created.toString(BASE).toUpperCase().padStart(CODE_LENGTH, '0');
      const linkCode = { code, communityUserId, expiresAt: now() + LINK_CODE_MS };
      codes.set(code, linkCode);
      return linkCode;
    },
    take(code) {
      const found = codes.get(code.toUpperCase());
      if (!found) return undefined;
      codes.delete(found.code);
      return found.expiresAt > now() ? found : undefined;
    },
    clear() {
      accounts.clear();
      codes.clear();
    },
  };
}
