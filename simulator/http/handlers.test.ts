import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RawString } from '../natives/raw-string.ts';
import type { FakeRef, Rig, ScriptRequestLike, ScriptResponseLike } from './test-support.ts';
import { fakeRef, startRig } from './test-support.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

/** Injects one request whose handler does `run`. */
function serve(
  run: (response: ScriptResponseLike, request: ScriptRequestLike) => void,
  options: Partial<Parameters<Rig['front']['inject']>[0]> = {},
) {
  rig.target.start('cad', (request: ScriptRequestLike, response: ScriptResponseLike) =>
    run(response, request),
  );
  return rig.front.inject({ method: 'GET', path: '/cad/event', ...options });
}

const httpProblems = () =>
  rig.target.problems.filter(({ kind }) => kind === 'http').map(({ message }) => message);

describe('setDataHandler', () => {
  const collect = (ref: (run: (body: unknown) => void) => FakeRef, type?: string) => {
    const bodies: unknown[] = [];
    const order: string[] = [];
    const handler = ref((body) => {
      order.push('body');
      bodies.push(body);
    });
    const request = serve(
      (response, { setDataHandler }) => {
        if (type === undefined) setDataHandler(handler);
        else setDataHandler(handler, type);
        order.push('after');
        response.send('ok');
      },
      { method: 'POST', body: 'hä' },
    );
    return { bodies, order, handler, request };
  };

  test('gives a body that is there at once, as text bytes, and lets go of the handler', () => {
    const { bodies, order, handler } = collect((run) => fakeRef(run));
    expect(order).toEqual(['body', 'after']);
    expect(bodies).toEqual([new RawString(Buffer.from('hä'))]);
    expect(handler.released).toBe(1);
  });

  test('gives bytes when asked for binary', () => {
    const { bodies } = collect((run) => fakeRef(run), 'binary');
    expect(bodies).toEqual([new Uint8Array(Buffer.from('hä'))]);
  });

  test('gives text for any other type', () => {
    const { bodies } = collect((run) => fakeRef(run), 'json');
    expect(bodies[0]).toBeInstanceOf(RawString);
  });

  test('ends the server when the type is no string', () => {
    expect(() => collect((run) => fakeRef(run), 1 as never)).toThrow('this ends the server process');
    expect(rig.target.problems).toMatchObject([{ kind: 'fatal', resource: 'cad' }]);
  });

  test('ends the server without an argument and ignores what is no function', () => {
    expect(() => serve((_, request) => request.setDataHandler())).toThrow('needs an argument');
    serve((response, request) => {
      request.setDataHandler('nothing');
      request.setCancelHandler(null);
      response.send('');
    });
    expect(httpProblems()).toEqual([
      expect.stringContaining('request.setDataHandler() ignores a string (nothing): it takes a function'),
      expect.stringContaining('request.setCancelHandler() ignores null: it takes a function'),
    ]);
  });

  test('never fires without a body; the handler is let go when the connection goes on', () => {
    const handler = fakeRef(() => {
      throw new Error('called');
    });
    const request = serve((response, { setDataHandler }) => {
      setDataHandler(handler);
      response.send('ok');
    });
    expect(request.reply?.body).toBe('ok');
    expect(handler.released).toBe(0);
    request.cancel();
    expect(handler.released).toBe(1);
  });

  test('called again after the body: the second handler waits for nothing, and that is a problem', () => {
    let calls = 0;
    serve(
      (response, { setDataHandler }) => {
        setDataHandler(fakeRef(() => (calls += 1)));
        setDataHandler(fakeRef(() => (calls += 1)));
        response.send('ok');
      },
      { method: 'POST', body: 'x' },
    );
    expect(calls).toBe(1);
    expect(httpProblems()).toEqual([expect.stringContaining('this handler is never called')]);
  });
});

describe('setCancelHandler', () => {
  test('fires once when the client leaves before the answer', async () => {
    let calls = 0;
    const handler = fakeRef(() => (calls += 1));
    const request = serve((_, { setCancelHandler }) => setCancelHandler(handler));
    expect(calls).toBe(0);
    request.cancel();
    request.cancel();
    expect([calls, handler.released]).toEqual([1, 1]);
    await expect(request.done).rejects.toThrow('was cancelled');
  });

  test('is taken away by send()', () => {
    const handler = fakeRef(() => {
      throw new Error('called');
    });
    const request = serve((response, { setCancelHandler }) => {
      setCancelHandler(handler);
      response.send('ok');
    });
    expect(handler.released).toBe(1);
    request.cancel();
  });

  test('holds one handler: a second replaces the first', () => {
    const calls: string[] = [];
    const first = fakeRef(() => calls.push('first'));
    const request = serve((_, { setCancelHandler }) => {
      setCancelHandler(first);
      setCancelHandler(fakeRef(() => calls.push('second')));
    });
    request.cancel();
    expect([calls, first.released]).toEqual([['second'], 1]);
  });

  test('never fires when it is set after the client left', () => {
    const handler = fakeRef(() => {
      throw new Error('called');
    });
    let late: ScriptRequestLike['setCancelHandler'] = () => {};
    serve((_, { setCancelHandler }) => {
      late = setCancelHandler;
    }).cancel();
    late(handler);
    expect(handler.released).toBe(1);
  });
});
