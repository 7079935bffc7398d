// What the demo's server and its page say to each other over the websocket.

import type { DemoState, FixtureView, LineView, Reply, StoryStep } from './views.ts';

/** Server to page. `hello` comes first on each connection. */
export type ServerMessage =
  | {
      readonly type: 'hello';
      /** Where the CAD posts to. */
      readonly eventUrl: string;
      readonly fixtures: readonly FixtureView[];
      readonly story: readonly StoryStep[];
      readonly example: string;
      readonly lines: readonly LineView[];
      readonly state: DemoState;
    }
  | { readonly type: 'state'; readonly state: DemoState }
  | { readonly type: 'lines'; readonly lines: readonly LineView[] }
  | { readonly type: 'reply'; readonly reply: Reply };

/** Page to server. */
export type Action =
  | { readonly type: 'call911' }
  | { readonly type: 'remove911' }
  | { readonly type: 'fixture'; readonly name: string }
  | { readonly type: 'post'; readonly body: string }
  | { readonly type: 'story'; readonly change: 'play' | 'pause' | 'next' | 'reset' }
  | { readonly type: 'duty'; readonly player: number; readonly isGranted: boolean }
  | { readonly type: 'command'; readonly line: string }
  | { readonly type: 'resource'; readonly change: 'restart' | 'stop' | 'start' };

/** The action in a text that came over the websocket, or null when it is none. */
export function readAction(text: string): Action | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { type, name, body, player, isGranted, line, change } = value as Record<string, unknown>;
  if (type === 'call911' || type === 'remove911') return { type };
  if (type === 'fixture' && typeof name === 'string') return { type, name };
  if (type === 'post' && typeof body === 'string') return { type, body };
  if (type === 'command' && typeof line === 'string') return { type, line };
  if (type === 'duty' && typeof player === 'number' && typeof isGranted === 'boolean') {
    return { type, player, isGranted };
  }
  if (type === 'resource' && (change === 'restart' || change === 'stop' || change === 'start')) {
    return { type, change };
  }
  if (
    type === 'story' &&
    (change === 'play' || change === 'pause' || change === 'next' || change === 'reset')
  ) {
    return { type, change };
  }
  return null;
}
