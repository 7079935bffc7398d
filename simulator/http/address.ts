// Peer addresses as FXServer spells them, and the address ranges it treats as trusted proxies.
import { BlockList, isIPv6 } from 'node:net';

/** What `sv_proxyIPRanges` is unless set (citizen-server-net/src/ProxyAddressList.cpp). */
export const DEFAULT_PROXY_RANGES = '10.0.0.0/8 127.0.0.0/8 192.168.0.0/16 172.16.0.0/12';

/** The bare host of a socket's remote address: IPv4 out of IPv6 mapping, without a zone. */
export function hostOf(remoteAddress: string): string {
  return remoteAddress.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

/** `host:port` with IPv6 in brackets, as PeerAddress::ToString prints it. */
export function formatPeer(host: string, port: number): string {
  return isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
}

function familyOf(host: string): 'ipv4' | 'ipv6' {
  return isIPv6(host) ? 'ipv6' : 'ipv4';
}

/** Whether a host lies in one of the space-separated networks (`a.b.c.d/n`); what is no network is skipped. */
export function isInRanges(host: string, ranges: string): boolean {
  const list = new BlockList();
  for (const range of ranges.split(/\s+/)) {
    const [network = '', bits] = range.split('/');
    try {
      const family = familyOf(network);
      list.addSubnet(network, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
    } catch {
      // Not a network: tryCreateNetwork of the real list passes over it as well.
    }
  }
  return list.check(host, familyOf(host));
}
