// Rejections and exceptions that escaped to Node: found out whose script they are and told to that runtime.
import { nodeGlobals } from './realm.ts';

/** A runtime that may own stray errors. */
export interface StrayOwner {
  owns(value: unknown): boolean;
  /** Start of the file names of its scripts, as stacks show them. */
  readonly filePrefix: string;
  rejected(promise: unknown, reason: unknown): void;
  threw(error: unknown): void;
}

const owners = new Set<StrayOwner>();
let capturing = false;

/** Watches for a runtime's stray errors until the returned function is called. */
export function watchStrays(owner: StrayOwner): () => void {
  if (owners.size === 0) install();
  owners.add(owner);
  return () => {
    if (owners.delete(owner) && owners.size === 0) uninstall();
  };
}

function ownerOf(...values: unknown[]): StrayOwner | undefined {
  for (const value of values) for (const owner of owners) if (owner.owns(value)) return owner;
  const stacks = values.map((value) =>
    String((value as { stack?: unknown } | null | undefined)?.stack ?? ''),
  );
  for (const owner of owners) if (stacks.some((stack) => stack.includes(owner.filePrefix))) return owner;
  return undefined;
}

function onRejection(reason: unknown, promise: Promise<unknown>): void {
  const owner = ownerOf(promise, reason);
  if (owner) {
    // Seen to: a test runner, which counts rejections as well, learns it by Node's `rejectionHandled`.
    if (nodeGlobals.process.listenerCount('rejectionHandled') > 0) promise.catch(() => {});
    owner.rejected(promise, reason);
  } else if (nodeGlobals.process.listenerCount('unhandledRejection') === 1) {
    throw reason; // nobody else listens: end the process as Node would have without us
  }
}

function onException(error: unknown): void {
  const emit = (...args: unknown[]) => (nodeGlobals.process.emit as (...args: unknown[]) => boolean)(...args);
  const owner = ownerOf(error);
  if (owner) owner.threw(error);
  else if (!emit('uncaughtException', error, 'uncaughtException')) {
    nodeGlobals.process.stderr.write(`${(error as Error | undefined)?.stack ?? error}\n`);
    nodeGlobals.process.exit(1);
  }
}

function install(): void {
  nodeGlobals.process.on('unhandledRejection', onRejection);
  // A capture callback keeps a script's exceptions from listeners that would end the process or fail a test.
  capturing = !nodeGlobals.process.hasUncaughtExceptionCaptureCallback();
  if (capturing) nodeGlobals.process.setUncaughtExceptionCaptureCallback(onException);
}

function uninstall(): void {
  nodeGlobals.process.removeListener('unhandledRejection', onRejection);
  if (capturing) nodeGlobals.process.setUncaughtExceptionCaptureCallback(null);
}
