// A web server that keeps what it is sent, byte by byte, and answers or leaves everybody waiting.

import http from 'node:http';

export interface RecordingListener {
  readonly url: string;
  /** Bodies in the order in which they had arrived completely. */
  readonly bodies: Buffer[];
  readonly headers: http.IncomingHttpHeaders[];
  close(): Promise<void>;
}

/** With `status` null it never answers. */
export async function startRecordingListener(status: number | null = 200): Promise<RecordingListener> {
  const bodies: Buffer[] = [];
  const headers: http.IncomingHttpHeaders[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      bodies.push(Buffer.concat(parts));
      headers.push(request.headers);
      if (status !== null) response.writeHead(status, { 'Content-Type': 'text/plain' }).end();
    });
    // Who waits for an answer may give up.
    request.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/sonorancad/event`,
    bodies,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
