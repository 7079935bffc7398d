// Tells whether a URL leads to this resource's own listener: forwarding there would never end.

import type { BlockList } from 'node:net';
import { nodeNet } from '../../node-modules.ts';

/** Whether requests to `url` arrive at our own listener, as far as that can be told without asking a name server. */
export type IsOwnAddress = (url: URL) => boolean;

export interface OwnAddressPorts {
  /** Name of the resource, the first part of its HTTP paths. */
  readonly resource: string;
  /** TCP port of the game server, as text. */
  readonly port: string;
  /** IP addresses of this machine's network interfaces. */
  readonly addresses: readonly string[];
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * Own is: this machine (its interfaces, loopback, "any"), our port, and a path below `/<resource>/`, in any letter
 * case as the host routes it. HTTP and HTTPS share the game port. A public name or address of ours that no interface
 * carries (NAT, proxy) is not recognised here; the trail of a forwarded event ends such a loop.
 */
export function createIsOwnAddress({ resource, port, addresses }: OwnAddressPorts): IsOwnAddress {
  /** Made when first needed: most servers forward nothing, and none has to wait for it at its start. */
  let machine: BlockList | null = null;
  const prefix = `/${resource}/`.toLowerCase();

  return (url) => {
    if ((url.port || DEFAULT_PORTS[url.protocol]) !== port) return false;
    if (!`${url.pathname}/`.toLowerCase().startsWith(prefix)) return false;
    const host = url.hostname.replace(/^\[|\]$|\.$/g, '');
    if (host === 'localhost' || host.endsWith('.localhost')) return true;
    if (nodeNet().isIP(host) === 0) return false;
    machine ??= listOf(addresses);
    return machine.check(host, familyOf(host));
  };
}

/** A block list also sees through IPv4 addresses that are written as IPv6. */
function listOf(addresses: readonly string[]): BlockList {
  const { BlockList, isIP } = nodeNet();
  const list = new BlockList();
  list.addSubnet('127.0.0.0', 8);
  for (const address of ['0.0.0.0', '::', '::1', ...addresses]) {
    if (isIP(address) !== 0) list.addAddress(address, familyOf(address));
  }
  return list;
}

const familyOf = (address: string) => (nodeNet().isIPv6(address) ? 'ipv6' : 'ipv4');
