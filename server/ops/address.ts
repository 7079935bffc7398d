// Where the CAD has to send its events: the address to type into its admin panel.

import type { Transport } from '../websocket/websocket-config.ts';

/** The folder name that the CAD posts to; it cannot be told another one. */
export const CAD_FOLDER = 'sonorancad';

/** How this server is reached, as far as it knows itself. */
export interface ListenAddress {
  readonly port: string;
  /** Events arrive here; the host part is for the owner to fill in. */
  readonly url: string;
  /** True under any folder name but the CAD's: then events must be forwarded to us. */
  readonly isForwardTarget: boolean;
  /** The same address as seen from this machine, for `pushEventForwardUrl`. */
  readonly localUrl: string;
}

/** `netPort` is the convar of that name; the host sets it when it opens the game port. */
export function listenAddress(resource: string, netPort: string): ListenAddress {
  const port = /^\d+$/.test(netPort) ? netPort : '30120';
  return {
    port,
    url: `http://<this server's public IP>:${port}/${resource}/event`,
    localUrl: `http://127.0.0.1:${port}/${resource}/event`,
    isForwardTarget: resource !== CAD_FOLDER,
  };
}

/** What the console says at the start, one array element per line. */
export function startLines(
  name: string,
  version: string,
  address: ListenAddress,
  transport: Transport,
): string[] {
  if (transport === 'websocket') {
    return [`^2${name} ${version} takes Sonoran CAD events over a websocket^7`];
  }
  const hello = `^2${name} ${version} listens for Sonoran CAD events at ${address.url}^7`;
  if (!address.isForwardTarget) {
    return [
      hello,
      `In the CAD's admin panel (Advanced > In-Game Integration) enter this server's public IP and the port ${address.port}.`,
    ];
  }
  return [
    hello,
    `^3The CAD itself posts only to a folder called "${CAD_FOLDER}"; this one is called "${name}".^7 ` +
      `Rename the folder, or let the official resource forward its events here: in its config.json set ` +
      `"enablePushEventForwarding": true, "pushEventForwardUrl": "${address.localUrl}".`,
  ];
}

/** What the console says when there is no API key. */
export const NO_KEY_LINE =
  'No API key: every event is refused. Copy the key from the CAD (Admin > Advanced > API) and add this line to ' +
  'server.cfg, above the "ensure" line of this resource: set sonoran_apiKey "paste the key here"';
