// The official resource next to ours, with the files that a test says.

import { createMigrate } from '../../server/migrate/migrate.ts';
import { MAIN_FILE } from '../../server/migrate/official-settings.ts';
import { loadConfig } from './load-config.ts';

export const SECRET = 'S3CRET-KEY-0000';

/** Files of a server; `files` are those of the official resource, in a folder of that name. */
export function setUp(
  files: Readonly<Record<string, string>>,
  {
    own = '{}',
    convars = {},
    mayWrite = true,
  }: { own?: string; convars?: Record<string, string>; mayWrite?: boolean } = {},
) {
  const written: Record<string, string> = {};
  const migrate = createMigrate({
    resource: {
      name: 'sonorancad',
      readFile: (path) => (path === 'config.json' ? own : null),
      writeFile(path, text) {
        if (mayWrite) written[path] = text;
        return mayWrite;
      },
    },
    loadConfig,
    resources: {
      names: () => ['chat', 'sonorancad', 'sonorancad_old'],
      readFile: (resource, path) => (resource === 'sonorancad_old' ? (files[path] ?? null) : null),
    },
    convars: { get: (name) => convars[name] ?? '' },
  });
  /** Without colours. */
  const run = (...words: string[]) => migrate(words).map((line) => line.replace(/\^\d/g, ''));
  return { run, written };
}

/** The main file of the official resource. */
export const main = (settings: object) => ({ [MAIN_FILE]: JSON.stringify(settings) });
/** The file of one of its modules. */
export const lua = (module: string, body: string) => ({
  [`configuration/${module}_config.lua`]: `local config = {\n${body}\n}`,
});
