// Promises where a plain answer was asked for: other resources hand them out when their function waits for something.

/**
 * Whether `answer` is a promise. If so, nobody will wait for it, and its rejection is taken note of here: the host
 * would print it otherwise.
 */
export function dismissPromise(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('then' in answer)) return false;
  Promise.resolve(answer).catch(() => {});
  return true;
}
