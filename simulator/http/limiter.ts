// The per-address rate limiter in front of each resource's handler (KeyedRateLimiter.h, ResourceHttpHandler.cpp).
import { DEFAULT_PROXY_RANGES, isInRanges } from './address.ts';
import type { LimiterOptions } from './types.ts';

/** Addresses a limiter remembers; the one unused for longest is forgotten, and with it its bucket. */
const MAX_ADDRESSES = 4000;
/** How much larger the bucket is that `source` mode gives to an address that overflowed. */
const COOLDOWN_FACTOR = 1.5;

interface Bucket {
  tokens: number;
  at: number;
  rate: number;
  burst: number;
}

function refill(bucket: Bucket, now: number): void {
  const seconds = Math.max(0, now - bucket.at) / 1000;
  bucket.tokens = Math.min(bucket.burst, bucket.tokens + seconds * bucket.rate);
  bucket.at = now;
}

function take(bucket: Bucket, now: number): boolean {
  refill(bucket, now);
  // The tolerance keeps sums like 10 x 0.1 s from falling short of a whole token.
  if (bucket.tokens < 1 - 1e-9) return false;
  bucket.tokens -= 1;
  return true;
}

export interface Limiter {
  /** Changes the settings; values of 0.01 or less are ignored. Buckets keep the tokens they have. */
  configure(rate: number, burst: number): void;
  /** Takes a token for an address; false when there is none. */
  consume(address: string): boolean;
}

/** One limiter: a token bucket per address, full at first. */
export function createLimiter(options: Required<Omit<LimiterOptions, 'exempt'>>, now: () => number): Limiter {
  const buckets = new Map<string, Bucket>();
  let { rate, burst } = options;

  const fullBucket = (factor: number): Bucket => ({
    tokens: burst * factor,
    at: now(),
    rate: rate * factor,
    burst: burst * factor,
  });

  /** The bucket of an address, marked as the one used last. */
  const bucketOf = (address: string): Bucket => {
    const bucket = buckets.get(address) ?? fullBucket(1);
    buckets.delete(address);
    buckets.set(address, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > MAX_ADDRESSES && oldest !== undefined) buckets.delete(oldest);
    return bucket;
  };

  return {
    configure(newRate, newBurst) {
      if (newRate <= 0.01 || newBurst <= 0.01 || (newRate === rate && newBurst === burst)) return;
      for (const bucket of buckets.values()) {
        refill(bucket, now());
        bucket.rate = newRate;
        bucket.burst = newBurst;
      }
      rate = newRate;
      burst = newBurst;
    },
    consume(address) {
      if (take(bucketOf(address), now())) return true;
      if (options.mode === 'source') {
        // The real code means to consult a second bucket but assigns it through a reference.
        const replacement = fullBucket(COOLDOWN_FACTOR);
        take(replacement, now());
        buckets.set(address, replacement);
      }
      return false;
    },
  };
}

/** Asks the limiter of a resource whether a request of a host may pass; convars are read on every request. */
export type AllowRequest = (resource: string, host: string) => boolean;

/** The limiters of all resources; each is created by the first request to its resource. */
export function createRateLimits(
  options: LimiterOptions,
  convar: (name: string) => string | undefined,
  now: () => number,
): AllowRequest {
  const { rate = 10, burst = 25, mode = 'strict', exempt = true } = options;
  const limiters = new Map<string, Limiter>();

  const setting = (resource: string, name: string, fallback: number): number => {
    const value = Number.parseFloat(convar(`rateLimiter_http_${resource}_${name}`) ?? '');
    return Number.isNaN(value) ? fallback : value;
  };

  return (resource, host) => {
    if (exempt && isInRanges(host, convar('sv_proxyIPRanges') ?? DEFAULT_PROXY_RANGES)) return true;
    let limiter = limiters.get(resource);
    if (!limiter) {
      limiter = createLimiter({ rate, burst, mode }, now);
      limiters.set(resource, limiter);
    }
    limiter.configure(setting(resource, 'rate', rate), setting(resource, 'burst', burst));
    return limiter.consume(host);
  };
}
