// What the notifiers have in common: an alert's words below its title, and names of types.

import { cutText } from '../../shared/text.ts';
import type { Alert, Tone } from './alert.ts';

/** What a notification of a few lines holds (code points). */
const MAX_LINE = 300;

/** The lines below the title, as plain text; the sink's escaping is the caller's. */
export function linesBelowTitle({ subtitle, text }: Alert): string[] {
  return [subtitle, ...text.split('\n')].filter((line) => line !== '').map((line) => cutText(line, MAX_LINE));
}

/** What most notifiers call the tones. */
export const TYPES: Readonly<Record<Tone, string>> = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'error',
};

export const milliseconds = ({ seconds }: Alert): number => Math.round(seconds * 1000);
