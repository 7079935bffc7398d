// Rejected promises nobody listens to: printed on the next tick (clients; on servers Node prints them).

export interface RejectionPorts {
  soon(fn: () => void): void;
  print(where: string, error: unknown): void;
}

export function createRejections({ soon, print }: RejectionPorts) {
  let waiting: unknown[] = [];
  return {
    add(_promise: unknown, reason: unknown) {
      waiting.push(reason instanceof Error ? reason : new Error(String(reason || '')));
      soon(() => {
        const due = waiting;
        waiting = [];
        for (const error of due) print('promise (unhandled rejection)', error);
      });
    },
  };
}
