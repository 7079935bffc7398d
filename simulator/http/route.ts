// Finds who answers a raw request target, as HttpServerManager.cpp does.
import { Buffer } from 'node:buffer';
import type { HttpTarget } from './types.ts';

export type RoutedResource = ReturnType<HttpTarget['resources']>[number];

export type Route =
  | {
      readonly kind: 'resource';
      readonly resource: RoutedResource;
      /** `request.path`: what follows the prefix behind a slash, neither decoded nor cut. */
      readonly localPath: string;
    }
  | { readonly kind: 'root' }
  | { readonly kind: 'none' };

/**
 * The first resource, by bytes of its prefix, whose `/<name>/` starts the target in any casing, or whose
 * `/<name>` is the target in exactly that casing. Everything else, queries included, matches nothing.
 */
export function findRoute(resources: readonly RoutedResource[], target: string): Route {
  if (target === '/') return { kind: 'root' };
  const byPrefix = resources
    .map((resource) => ({ resource, prefix: `/${resource.name}/` }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.prefix), Buffer.from(b.prefix)));
  const found = byPrefix.find(
    ({ prefix }) =>
      target.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase() || target === prefix.slice(0, -1),
  );
  if (!found) return { kind: 'none' };
  return {
    kind: 'resource',
    resource: found.resource,
    localPath: `/${target.slice(found.prefix.length)}`,
  };
}

/** Where a bare `/` is sent when the server is listed under a join link, or null. */
export function joinLinkOf(webBaseUrl: string | undefined): string | null {
  const id = /^.*-(.+?)\.users\.cfx\.re/.exec(webBaseUrl ?? '')?.[1];
  return id === undefined ? null : `https://cfx.re/join/${id}`;
}
