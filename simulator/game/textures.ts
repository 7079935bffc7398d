// Streamed texture dictionaries: asked for, there a moment later, kept until let go.
import type { Definition } from './define.ts';
import { native } from './define.ts';
import type { GameContext } from './types.ts';

export interface Textures {
  readonly definitions: Readonly<Record<string, Definition>>;
  isLoaded(name: string): boolean;
  onResourceStop(resource: string): void;
}

export function createTextures({ now }: GameContext): Textures {
  /** When each was asked for, by resource and by lower-case name. Loading takes time: nothing is there at once. */
  const requested = new Map<string, Map<string, number>>();
  const of = (resource: string): Map<string, number> => {
    const known = requested.get(resource) ?? new Map<string, number>();
    requested.set(resource, known);
    return known;
  };
  const isLoaded = (name: string): boolean =>
    [...requested.values()].some(
      (names) => (names.get(name.toLowerCase()) ?? Number.POSITIVE_INFINITY) < now(),
    );

  return {
    isLoaded,
    definitions: {
      RequestStreamedTextureDict: native(['text', 'bool'], (call, name) => {
        const names = of(call.resource);
        if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), now());
      }),
      HasStreamedTextureDictLoaded: native(['text'], (_, name) => isLoaded(name)),
      SetStreamedTextureDictAsNoLongerNeeded: native(['text'], (call, name) => {
        of(call.resource).delete(name.toLowerCase());
      }),
    },
    onResourceStop: (resource) => void requested.delete(resource),
  };
}
