// What a manifest demands of the server: dependencies with constraints, the manifest version and the game.
import type { Manifest } from './manifest.ts';

/** Manifest versions, oldest first. */
const FX_VERSIONS = ['adamant', 'bodacious', 'cerulean'];
const GAME = 'gta5';

export interface ServerFacts {
  /** Build number of the server. */
  readonly artifact: number;
  readonly oneSync: boolean;
  readonly gameBuild: number;
}

/** Why a constraint (`/server:7290`, `/onesync`) is not met; null when it is, undefined when it is none. */
export function checkConstraint(dependency: string, facts: ServerFacts): string | null | undefined {
  if (!dependency.startsWith('/')) return undefined;
  const [, name, value = ''] = /^\/([a-z/0-9_-]+)(?::([a-z/0-9_-]+))?$/i.exec(dependency) ?? [];
  switch (name) {
    case undefined:
      return 'constraint syntax error';
    case 'server':
      if (value === '' || facts.artifact >= Number.parseInt(value, 10)) return null;
      return `server needs to be ${Number.parseInt(value, 10)} or higher`;
    case 'onesync':
      return facts.oneSync ? null : 'onesync: ^1OneSync needs to be enabled^7';
    case 'gameBuild': {
      const build = Number.parseInt(value.replace(/\D+/g, ''), 10);
      if (facts.gameBuild >= build) return null;
      return `gameBuild(${value}): ^1sv_enforceGameBuild needs to be at least ${build} (current is ${facts.gameBuild})^7`;
    }
    case 'native':
      return /^0x[0-9a-f]+$/i.test(value) ? null : `native(${value}): ^1no details specified^7`;
    default:
      return `constraint '${name}' is unknown`;
  }
}

/** Why the server refuses to start a resource with this manifest, or nothing. */
export function checkManifest(resource: string, manifest: Manifest): string[] {
  if (!manifest.isFile) return [];
  const problems: string[] = [];
  const games = manifest.values('game');
  const isCommon = games.includes('common');
  const isGame = games.includes(GAME);
  if (isCommon && isGame) {
    problems.push(
      `Resource ${resource} specifies both \`common\` and a specific game. This is considered ill-formed.`,
    );
  } else if (!isCommon && !isGame) {
    problems.push(`Resource ${resource} does not support the current game (${GAME}).`);
  }
  if (!FX_VERSIONS.includes(manifest.values('fx_version')[0] ?? '')) {
    problems.push(`Resource ${resource} does not specify an \`fx_version\` in fxmanifest.lua.`);
  }
  return problems;
}
