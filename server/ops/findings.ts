// What the doctor can find: each with a stable code that `docs/troubleshooting.md` explains further.

/** `ok`: as it should be. `warn`: works, but not as it should. `fail`: something does not work. */
export type Level = 'ok' | 'warn' | 'fail';

export interface Finding {
  /** Stable, and an anchor in `docs/troubleshooting.md`. */
  readonly code: FindingCode;
  readonly level: Level;
  /** One sentence. */
  readonly what: string;
  /** What to do about it, or `''` when nothing is to be done. */
  readonly todo: string;
}

/** What each code is about. The page of troubleshooting has a chapter for each, which is checked. */
export const FINDING_CODES = {
  'SC-KEY': 'API key',
  'SC-LEAK': 'API key visible to players',
  'SC-FOLDER': 'Name of the folder',
  'SC-PORT': 'Address for the CAD',
  'SC-EVENTS': 'Events from the CAD',
  'SC-REFUSED': 'Refused requests',
  'SC-LIMIT': 'Rate limit of the game server',
  'SC-OFFICIAL': 'The official resource',
  'SC-FILES': 'Files of the release',
  'SC-CONFIG': 'Settings',
  'SC-DUTY': 'Who is on duty',
  'SC-FRAMEWORK': 'Framework',
  'SC-POSTAL': 'Postals',
  'SC-ONESYNC': 'OneSync',
  'SC-ARTIFACT': 'Version of the game server',
  'SC-SCREEN': "Players' screens",
  'SC-NOTIFIER': 'Who shows alerts',
  'SC-API': "The CAD's API",
  'SC-SOCKET': 'Websocket',
  'SC-FORWARD': 'Forwarding',
  'SC-CLOCK': 'Clock of this machine',
} as const;
export type FindingCode = keyof typeof FINDING_CODES;

export const fine = (code: FindingCode, what: string): Finding => ({ code, level: 'ok', what, todo: '' });
export const warning = (code: FindingCode, what: string, todo: string): Finding => ({
  code,
  level: 'warn',
  what,
  todo,
});
export const failure = (code: FindingCode, what: string, todo: string): Finding => ({
  code,
  level: 'fail',
  what,
  todo,
});

const MARKS: Readonly<Record<Level, string>> = { ok: '^2ok  ^7', warn: '^3warn^7', fail: '^1FAIL^7' };

/** The findings as console lines, what fails last, where the eye is. */
export function describeFindings(findings: readonly Finding[]): string[] {
  const order: readonly Level[] = ['ok', 'warn', 'fail'];
  const lines = order
    .flatMap((level) => findings.filter((finding) => finding.level === level))
    .flatMap(({ code, level, what, todo }) => [
      `${MARKS[level]} ${code.padEnd(12)} ${what}`,
      ...(todo === '' ? [] : [`${' '.repeat(18)}-> ${todo}`]),
    ]);
  const bad = findings.filter(({ level }) => level !== 'ok').length;
  const end =
    bad === 0
      ? '^2Everything is as it should be.^7'
      : `${bad} thing${bad === 1 ? '' : 's'} to look at. docs/troubleshooting.md explains each code.`;
  return [...lines, end];
}
