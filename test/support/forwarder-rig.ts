// A forwarder whose targets do what a test says.

import { createForwarder } from '../../server/api/forward/forwarder.ts';
import type { PostAnswer, PostRequest } from '../../server/api/forward/post.ts';
import type { ForwardLimits } from '../../server/api/forward/sender.ts';
import type { ForwardTarget } from '../../server/api/forward/targets.ts';
import { createManualClock } from './manual-clock.ts';
import { settle } from './settle.ts';
import { createTestConsole } from './test-console.ts';

/** What a target does with a request: answers with a status, answers in full, fails, or is settled by the test. */
export type Behaviour = number | PostAnswer | Error | Promise<PostAnswer>;

const LIMITS: ForwardLimits = { queue: 500, queueBytes: 1 << 20, timeoutMs: 5000, retries: 3 };
export const target = (url: string, options: Partial<ForwardTarget> = {}): ForwardTarget => ({
  url: new URL(url),
  host: new URL(url).host,
  key: 'keep',
  headers: {},
  types: null,
  ...options,
});
export const BOT = target('http://user:pass@bot.example:30150/secret-path?token=secret');

/** A forwarder whose targets do what `behave` says, with everything that is sent and said. */
export function setUp(
  behave: (request: PostRequest) => Behaviour,
  targets = [BOT],
  limits: Partial<ForwardLimits> = {},
) {
  const clock = createManualClock(0);
  const console = createTestConsole();
  const requests: (PostRequest & { at: number })[] = [];
  const forwarder = createForwarder({
    targets,
    limits: { ...LIMITS, ...limits },
    clock,
    console,
    id: 'me',
    async post(request) {
      requests.push({ ...request, at: clock.now() });
      const result = await behave(request);
      if (result instanceof Error) throw result;
      return typeof result === 'number' ? { status: result, retryAfterMs: null } : result;
    },
  });
  return {
    ...forwarder,
    clock,
    lines: console.lines,
    requests,
    bodies: () => requests.map(({ body }) => String(body)),
    send: (...bodies: string[]) => {
      for (const body of bodies) forwarder.forward(body, { type: 'EVENT_911' });
    },
    /** Moves on in small steps, so that promises keep up with the clock. */
    async run(ms: number) {
      for (let at = 0; at <= ms; at += 500) {
        clock.advance(at === 0 ? 0 : 500);
        await settle();
      }
    },
    target: () => forwarder.status().targets[0],
  };
}

export const down = () => new Error('connection refused (ECONNREFUSED)');
