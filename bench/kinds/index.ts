// The table of everything that is measured per event.

import { callKinds } from './calls.ts';
import type { Kind } from './kind.ts';
import { refusalKinds } from './refusals.ts';
import { streamKind } from './stream.ts';
import { unitKinds } from './units.ts';

export const kinds: readonly Kind[] = [...callKinds, ...unitKinds, streamKind, ...refusalKinds];
