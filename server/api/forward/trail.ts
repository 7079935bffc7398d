// The trail of a forwarded event: which servers have sent it on, so that none does it twice.

/**
 * Names the servers that have forwarded an event, oldest first, separated by commas. The idea is that of `CDN-Loop`
 * (RFC 8586): each forwarder adds its own id and stops at an event that carries it already. A mere "was forwarded"
 * mark would also stop chains that end, such as game server, second game server, bot.
 *
 * The header authenticates nothing and changes nothing about whether an event is accepted. Who makes one up needs the
 * API key to be heard at all, and only keeps his own event from being forwarded.
 */
export const TRAIL_HEADER = 'X-Sonorancad-Forwarded';

/** Longer chains are taken for a loop through servers whose ids change. */
const MAX_HOPS = 8;
const ID = /^[\w-]{1,40}$/;

/**
 * The trail to send along when the server called `id` forwards an event that came with `trail`, or null when the event
 * is not to be forwarded again.
 */
export function extendTrail(trail: string | undefined, id: string): string | null {
  const hops = (trail ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => ID.test(hop));
  return hops.includes(id) || hops.length >= MAX_HOPS ? null : [...hops, id].join(', ');
}
