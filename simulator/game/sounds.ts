// Sounds scripts play, and the ids to stop them by.
import type { Definition, NativeCall } from './define.ts';
import { native } from './define.ts';
import type { GameContext, PlayedSound } from './types.ts';

export interface Sounds {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly played: readonly PlayedSound[];
  onResourceStop(resource: string): void;
}

/** Sounds that play at once have this id and cannot be stopped. */
const NO_ID = -1;

export function createSounds({ now, changed }: GameContext): Sounds {
  const played: PlayedSound[] = [];
  /** Ids in use with the resource that asked for them. */
  const ids = new Map<number, string>();
  let lastId = -1;

  const isUsable = (call: NativeCall, id: number): boolean => {
    if (ids.has(id)) return true;
    call.problem('native', `sound id ${id} was not given by GetSoundId, or was released`);
    return false;
  };

  const play = (call: NativeCall, soundId: number, name: string, set: string | null): void => {
    if (soundId !== NO_ID && !isUsable(call, soundId)) return;
    played.push({ name, set, at: now(), soundId, createdBy: call.resource });
    changed();
  };

  return {
    played,
    definitions: {
      PlaySoundFrontend: native(['int', 'text', 'text?', 'bool'], (call, id, name, set) =>
        play(call, id, name, set),
      ),
      PlaySound: native(['int', 'text', 'text?', 'bool', 'any', 'bool'], (call, id, name, set) =>
        play(call, id, name, set),
      ),
      PlaySoundFromEntity: native(
        ['int', 'text', 'int', 'text?', 'bool', 'any'],
        (call, id, name, _entity, set) => play(call, id, name, set),
      ),
      PlaySoundFromCoord: native(
        ['int', 'text', 'float', 'float', 'float', 'text?', 'bool', 'int', 'bool'],
        (call, id, name, _x, _y, _z, set) => play(call, id, name, set),
      ),
      GetSoundId: native([], (call) => {
        lastId += 1;
        ids.set(lastId, call.resource);
        return lastId;
      }),
      StopSound: native(['int'], (call, id) => void isUsable(call, id)),
      ReleaseSoundId: native(['int'], (call, id) => {
        if (isUsable(call, id)) ids.delete(id);
      }),
      HasSoundFinished: native(['int'], () => true),
      RequestScriptAudioBank: native(['text', 'bool'], () => true),
      ReleaseScriptAudioBank: native([], () => {}),
      SetAudioFlag: native(['text', 'bool'], () => {}),
    },
    onResourceStop(resource) {
      for (const [id, owner] of ids) if (owner === resource) ids.delete(id);
    },
  };
}
