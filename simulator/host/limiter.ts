// Token buckets per player, tunable by convar as the host's rate limiters are.

export interface RateLimiter {
  /** Takes tokens from the bucket of a key; false when there are not enough. */
  consume(key: number, tokens?: number): boolean;
}

export interface LimiterPorts {
  now(): number;
  convar(name: string): string | undefined;
}

/** Creates the limiter `name` (convars `rateLimiter_<name>_rate` and `_burst`, tokens per second and at most). */
export function createRateLimiter(
  ports: LimiterPorts,
  name: string,
  rate: number,
  burst: number,
): RateLimiter {
  const buckets = new Map<number, { tokens: number; at: number }>();
  const limits = { rate, burst };

  /** Changed limits fill every bucket again; values near zero are ignored. */
  function update(): void {
    const tuned = {
      rate: Number(ports.convar(`rateLimiter_${name}_rate`) ?? rate),
      burst: Number(ports.convar(`rateLimiter_${name}_burst`) ?? burst),
    };
    if (!(tuned.rate > 0.01) || !(tuned.burst > 0.01)) return;
    if (tuned.rate === limits.rate && tuned.burst === limits.burst) return;
    Object.assign(limits, tuned);
    buckets.clear();
  }

  return {
    consume(key, tokens = 1) {
      update();
      const now = ports.now();
      const bucket = buckets.get(key) ?? { tokens: limits.burst, at: now };
      buckets.set(key, bucket);
      bucket.tokens = Math.min(limits.burst, bucket.tokens + ((now - bucket.at) / 1000) * limits.rate);
      bucket.at = now;
      if (bucket.tokens < tokens) return false;
      bucket.tokens -= tokens;
      return true;
    },
  };
}
