// A client for tests that sends exactly the bytes it is told to.
import { Buffer } from 'node:buffer';
import { connect } from 'node:net';

export interface RawClient {
  send(data: string | Uint8Array): void;
  /** Everything received so far, one character per byte. */
  text(): string;
  /** Waits until what was received matches; fails when the connection closes before. */
  until(pattern: RegExp): Promise<string>;
  /** Resolves once the server closed, with everything received. */
  closed: Promise<string>;
  /** Closes the sending side only. */
  endSending(): void;
  destroy(): void;
  address: string;
}

/** A client that sends exactly what it is told to. */
export function rawClient(port: number, localAddress?: string): Promise<RawClient> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      allowHalfOpen: true,
      ...(localAddress && { localAddress }),
    });
    let received = '';
    let isClosed = false;
    const watchers = new Set<() => void>();
    const notify = (): void => {
      for (const watcher of [...watchers]) watcher();
    };
    socket.on('data', (data) => {
      received += data.toString('latin1');
      notify();
    });
    const closed = new Promise<string>((done) => {
      const finish = (): void => {
        isClosed = true;
        socket.destroy();
        notify();
        done(received);
      };
      socket.on('end', finish);
      socket.on('close', finish);
    });
    socket.on('error', (error) => reject(error));
    socket.on('connect', () =>
      resolve({
        address: `${socket.localAddress}:${socket.localPort}`,
        send: (data) => void socket.write(typeof data === 'string' ? Buffer.from(data, 'latin1') : data),
        text: () => received,
        until: (pattern) =>
          new Promise((found, fail) => {
            const watcher = (): void => {
              if (pattern.test(received)) {
                watchers.delete(watcher);
                found(received);
              } else if (isClosed) {
                watchers.delete(watcher);
                fail(new Error(`closed before ${pattern}: ${JSON.stringify(received)}`));
              }
            };
            watchers.add(watcher);
            watcher();
          }),
        closed,
        endSending: () => void socket.end(),
        destroy: () => void socket.destroy(),
      }),
    );
  });
}
