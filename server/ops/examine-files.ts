// What the doctor says of the files of this resource: whether all are there, and whether the settings in them are right.

import { isOfServerCfg } from '../config/check-convars.ts';
import { type Finding, failure, fine, warning } from './findings.ts';
import type { Status } from './status.ts';

export interface FileFacts {
  readonly status: Pick<Status, 'resource'>;
  /** Files of a release that are not there. */
  readonly missingFiles: readonly string[];
  readonly isConfigThere: boolean;
  readonly configProblems: readonly string[];
}

/** What players and the server need of a release, besides what this was read from. */
const NEEDED = [
  'dist/client.js',
  'dist/mistakes.js',
  'dist/websocket.js',
  ...['index.html', 'app.js', 'app.css'].map((name) => `dist/web/${name}`),
  'locales/en.json',
];

/** `readFile` gives a file of the resource, or null. */
export const findMissingFiles = (readFile: (path: string) => string | null): string[] =>
  NEEDED.filter((path) => readFile(path) === null);

export function examineFiles(facts: FileFacts): Finding[] {
  return [files(facts), ...config(facts)];
}

function files({ status, missingFiles }: FileFacts): Finding {
  if (missingFiles.length === 0) return fine('SC-FILES', 'All files of the release are there.');
  return failure(
    'SC-FILES',
    `Files of the release are missing: ${missingFiles.join(', ')}.`,
    `Unpack the release zip over the folder again (keep your config.json), then: refresh, and ensure ${status.resource}`,
  );
}

function config({ status, isConfigThere, configProblems }: FileFacts): Finding[] {
  const reload = `${status.resource} reload`;
  if (configProblems.length > 0) {
    return configProblems.map((problem) =>
      warning(
        'SC-CONFIG',
        problem,
        isOfServerCfg(problem) ? 'Mend it, then restart the server.' : `Mend it, then: ${reload}`,
      ),
    );
  }
  if (isConfigThere) return [fine('SC-CONFIG', 'config.json has no mistakes.')];
  return [
    warning(
      'SC-CONFIG',
      'There is no config.json that can be read: all settings are at their defaults.',
      `If you did not take it away yourself: put the one of the release zip here, then: ${reload}`,
    ),
  ];
}
