// Which port to listen on: the one asked for, or the next free one from a usual port on.

/** A port, and whether no other will do. 0 is any free one. */
export interface PortWish {
  readonly port: number;
  readonly isExact: boolean;
}

/** The port that was asked for is taken. */
export class PortTakenError extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is taken by another program.`);
    this.name = 'PortTakenError';
    this.port = port;
  }
}

const ATTEMPTS = 20;

/** What `listen` gives for the first port that is not taken. */
export async function onFreePort<T>(
  { port, isExact }: PortWish,
  listen: (port: number) => Promise<T>,
): Promise<T> {
  for (let tried = port; tried < port + ATTEMPTS; tried++) {
    try {
      return await listen(tried);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (isExact) break;
    }
  }
  throw new PortTakenError(port);
}
