import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startTcpServer, type TcpServer } from '../../../test/support/tcp-server.ts';
import { createPostClient, type PostClient } from './post.ts';

const running: (TcpServer | PostClient)[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.close()));
});

/** A server of bytes: `onRequest` is called with each chunk a client sends. */
async function serve(onRequest: (socket: Socket, chunk: string) => void): Promise<TcpServer> {
  const server = await startTcpServer((socket) =>
    socket.on('data', (chunk) => onRequest(socket, chunk.toString('latin1'))),
  );
  running.push(server);
  return server;
}

function client(): PostClient {
  const created = createPostClient();
  running.push(created);
  return created;
}

const to = (port: number, { scheme = 'http', timeoutMs = 30_000, body = '{}' } = {}) => ({
  url: new URL(`${scheme}://127.0.0.1:${port}/sonorancad/event`),
  body,
  headers: { 'Content-Type': 'application/json' },
  timeoutMs,
});

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

describe('a target that answers', () => {
  test.each([
    ['with a length', OK, 200],
    ['in chunks', 'HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n', 202],
    ['without a body', 'HTTP/1.1 204 No Content\r\n\r\n', 204],
    ['after early hints', `HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${OK}`, 200],
    [
      'with a redirect, which is not followed',
      'HTTP/1.1 307 X\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n',
      307,
    ],
    ['with an error', 'HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n', 503],
  ])('%s', async (_, answer, status) => {
    let requests = 0;
    const { port } = await serve((socket) => {
      requests += 1;
      socket.write(answer);
    });
    expect(await client().post(to(port))).toEqual({ status, retryAfterMs: null });
    expect(requests).toBe(1);
  });

  test('bit by bit', async () => {
    const { port } = await serve(async (socket) => {
      for (const char of OK) {
        socket.write(char);
        await new Promise(setImmediate);
      }
    });
    expect(await client().post(to(port))).toMatchObject({ status: 200 });
  });

  test('and says when to come back', async () => {
    const { port } = await serve((socket) =>
      socket.write('HTTP/1.1 429 X\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n'),
    );
    expect(await client().post(to(port))).toEqual({ status: 429, retryAfterMs: 7000 });
  });

  test('gets the body byte by byte, its length, and the credentials of the URL as a header', async () => {
    let received = '';
    const { port } = await serve((socket, chunk) => {
      received += chunk;
      if (received.endsWith('}')) socket.write(OK);
    });
    const url = new URL(`http://ada:pass%20word@127.0.0.1:${port}/a?b=c`);
    const body = new Uint8Array([123, 0xff, 0xfe, 125]);
    await client().post({ ...to(port), url, body, headers: { 'X-A': 'b' } });
    const [head = '', sent] = received.split('\r\n\r\n');
    expect(sent).toBe('{\xff\xfe}');
    expect(head.split('\r\n')).toEqual([
      'POST /a?b=c HTTP/1.1',
      'X-A: b',
      'Content-Length: 4',
      `Host: 127.0.0.1:${port}`,
      `Authorization: Basic ${Buffer.from('ada:pass word').toString('base64')}`,
      'Connection: keep-alive',
    ]);
  });
});

describe('once the status is there, it counts', () => {
  const HEAD = 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n';

  test('when the connection is reset in the middle of the body', async () => {
    const { port } = await serve((socket) =>
      socket.write(`${HEAD}part`, () => setImmediate(() => socket.resetAndDestroy())),
    );
    expect(await client().post(to(port))).toMatchObject({ status: 200 });
  });

  test('when the body never ends: until the time is over', async () => {
    const { port } = await serve((socket) => socket.write(`${HEAD}part`));
    // Long enough for the status to arrive on a busy machine.
    expect(await client().post(to(port, { timeoutMs: 3000 }))).toMatchObject({ status: 200 });
  });

  test('when the body is endless: it is not read to the end', async () => {
    const closed: Promise<void>[] = [];
    const { port } = await serve((socket) => {
      closed.push(new Promise((resolve) => socket.on('close', () => resolve())));
      socket.write('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n');
      const flood = () => {
        while (!socket.destroyed && socket.write('x'.repeat(16_384)));
      };
      socket.on('drain', flood);
      flood();
    });
    expect(await client().post(to(port))).toMatchObject({ status: 200 });
    await Promise.all(closed);
  });
});

describe('a target that does not answer', () => {
  test.each<[string, (socket: Socket) => void, RegExp]>([
    ['hangs', () => undefined, /^no answer within 0\.15 s$/],
    ['hangs in the head', (socket) => socket.write('HTTP/1.1 200 OK\r\nX: '), /^no answer within 0\.15 s$/],
    ['only ever says "continue"', flood('HTTP/1.1 102 Processing\r\n\r\n'), /^no answer within 0\.15 s$/],
  ])('%s', async (_, behave, reason) => {
    const { port } = await serve(behave);
    await expect(client().post(to(port, { timeoutMs: 150 }))).rejects.toThrow(reason);
  });

  test.each<[string, (socket: Socket) => void, RegExp]>([
    ['resets', (socket) => socket.resetAndDestroy(), /^connection broken off \(ECONNRESET\)$/],
    ['hangs up', (socket) => socket.end(), /^connection broken off \(ECONNRESET\)$/],
    [
      'resets within the head',
      (socket) => socket.write('HTTP/1.1 2', () => socket.resetAndDestroy()),
      /^connection broken off/,
    ],
    [
      'speaks something else',
      (socket) => socket.write('220 mail.example ESMTP\r\n'),
      /^the answer is not HTTP \(HPE_\w+\)$/,
    ],
    ['sends bytes', (socket) => socket.write(Buffer.alloc(100, 0xff)), /^the answer is not HTTP/],
    [
      'floods with headers',
      flood(`HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(5000)}`),
      /^the answer is not HTTP \(HPE_HEADER_OVERFLOW\)$/,
    ],
    [
      'contradicts itself',
      (socket) =>
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nok'),
      /^the answer is not HTTP/,
    ],
    [
      'switches protocols',
      (socket) => socket.write('HTTP/1.1 101 X\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
      /^the request failed$/,
    ],
  ])('%s', async (_, behave, reason) => {
    const { port } = await serve(behave);
    await expect(client().post(to(port))).rejects.toThrow(reason);
  });

  test('is not there', async () => {
    const { port, close } = await startTcpServer(() => undefined);
    await close();
    await expect(client().post(to(port))).rejects.toThrow(/^connection refused \(ECONNREFUSED\)$/);
  });

  test('is not there under any address of its name', async () => {
    const { port, close } = await startTcpServer(() => undefined);
    await close();
    const url = new URL(`http://localhost:${port}/`);
    await expect(client().post({ ...to(port), url })).rejects.toThrow(/ECONNREFUSED/);
  });

  test('has a name that does not exist', async () => {
    const url = new URL('http://nowhere.invalid/secret');
    const failure = client().post({ ...to(1), url, timeoutMs: 1000 });
    await expect(failure).rejects.toThrow(
      /^(?:unknown host name|the host name could|no answer within 1 s)[^/]*$/,
    );
  });

  test('has no TLS on its port', async () => {
    const { port } = await serve((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await expect(client().post(to(port, { scheme: 'https' }))).rejects.toThrow(/^no HTTPS there \(E\w+\)$/);
  });

  test('hangs in the TLS handshake', async () => {
    const { port } = await serve(() => undefined);
    const failure = client().post(to(port, { scheme: 'https', timeoutMs: 150 }));
    await expect(failure).rejects.toThrow(/^no answer within 0\.15 s$/);
  });

  test('cannot be asked: a header that cannot be sent', async () => {
    const failure = client().post({ ...to(1), headers: { 'X-A': 'line\nbreak' } });
    await expect(failure).rejects.toThrow(/^the request failed \(ERR_INVALID_CHAR\)$/);
  });

  test('hangs while we close', async () => {
    const { post, close } = client();
    const { port } = await serve(() => close());
    await expect(post(to(port))).rejects.toThrow(/^connection broken off/);
  });
});

describe('connections', () => {
  test('are used again', async () => {
    const sockets = new Set<Socket>();
    const { port } = await serve((socket) => {
      sockets.add(socket);
      socket.write(OK);
    });
    const { post } = client();
    for (let i = 0; i < 5; i += 1) await post(to(port));
    expect(sockets.size).toBe(1);
  });

  test('that the server closed meanwhile cost a new connection, not a failure', async () => {
    const requests: string[] = [];
    const { port } = await serve((socket, chunk) => {
      if (requests.length === 1 && socket.bytesWritten > 0) {
        requests.push('lost');
        socket.resetAndDestroy();
        return;
      }
      requests.push(chunk.split('\r\n', 1)[0] ?? '');
      socket.write(OK);
    });
    const { post } = client();
    await post(to(port));
    expect(await post(to(port))).toMatchObject({ status: 200 });
    expect(requests).toEqual(['POST /sonorancad/event HTTP/1.1', 'lost', 'POST /sonorancad/event HTTP/1.1']);
  });

  test('that answered more than was asked are not used again', async () => {
    const sockets = new Set<Socket>();
    const { port } = await serve((socket) => {
      sockets.add(socket);
      socket.write(OK + OK);
    });
    const { post } = client();
    for (let i = 0; i < 3; i += 1) expect(await post(to(port))).toMatchObject({ status: 200 });
    expect(sockets.size).toBe(3);
  });
});

/** Writes `text` for as long as it is taken. */
function flood(text: string): (socket: Socket) => void {
  return (socket) => {
    const timer = setInterval(() => socket.write(text), 5);
    socket.on('close', () => clearInterval(timer));
  };
}
