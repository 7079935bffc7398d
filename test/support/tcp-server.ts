// A TCP server on a free port that does to each connection what a test says, and ends with all of them.

import net, { type Socket } from 'node:net';

export interface TcpServer {
  readonly port: number;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Listens on the loopback interface. Errors of connections are left to the other side. */
export async function startTcpServer(onConnection: (socket: Socket) => void): Promise<TcpServer> {
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
