// Where the CAD has to send its events: the address to type into its admin panel.

/** The folder name that the CAD posts to; it cannot be told another one. */
export const CAD_FOLDER = 'sonorancad';

/** How this server is reached, as far as it knows itself. */
export interface ListenAddress {
  readonly port: string;
  /** Public IP address, or a text that says so. */
  readonly host: string;
  /** Events arrive here; the host part is for the owner to fill in. */
  readonly url: string;
  /** True under any folder name but the CAD's: then events must be forwarded to us. */
  readonly isForwardTarget: boolean;
  /** The same address as seen from this machine, for `pushEventForwardUrl`. */
  readonly localUrl: string;
}

/** Stands where only the owner knows the address. */
const PUBLIC_IP = '<public IP>';

/**
 * `netPort` is the convar of that name; the host sets it when it opens the game port. `publicIp` is
 * `sv_listingIpOverride`, by which owners behind a proxy name their address; `''` when it is not set.
 */
export function listenAddress(resource: string, netPort: string, publicIp = ''): ListenAddress {
  const port = /^\d+$/.test(netPort) ? netPort : '30120';
  const host = /^[\w.-]+$/.test(publicIp) ? publicIp : PUBLIC_IP;
  return {
    port,
    host,
    url: `http://${host}:${port}/${resource}/event`,
    localUrl: `http://127.0.0.1:${port}/${resource}/event`,
    isForwardTarget: resource !== CAD_FOLDER,
  };
}
