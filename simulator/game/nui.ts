// NUI: messages to pages, callbacks from pages, and who has the keyboard and the cursor (nui-resources).
import type { FunctionRef } from '../natives/native.ts';
import type { Definition, NativeCall } from './define.ts';
import { native } from './define.ts';
import type { GameContext, NuiFocus, PostNuiOptions } from './types.ts';

export interface Nui {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly messages: readonly { readonly resource: string; readonly data: unknown }[];
  focus(): NuiFocus;
  post(resource: string, type: string, data: unknown, options?: PostNuiOptions): Promise<unknown>;
  onResourceStop(resource: string): void;
}

/** What a page gets for a type nobody registered, and for one that strict mode keeps from it. */
class NuiNotFound extends Error {
  readonly status = 404;

  constructor(resource: string, type: string, why: string) {
    super(`https://${resource}/${type}: 404, ${why}`);
    this.name = 'NuiNotFound';
  }
}

type Callback = (data: unknown, answer: (...args: unknown[]) => void) => void;

export function createNui({ host, changed }: GameContext): Nui {
  const messages: { resource: string; data: unknown }[] = [];
  const callbacks = new Map<string, { type: string; run: Callback; ref: FunctionRef | null }[]>();
  const votes = { focus: new Set<string>(), cursor: new Set<string>(), keepInput: new Set<string>() };

  /** Exactly one page makes a frame; several make none (ResourceUI.cpp). */
  const hasFrame = (resource: string): boolean => host.resourceMetadata(resource, 'ui_page').length === 1;

  const vote = (list: Set<string>, resource: string, isOn: boolean): void => {
    if (isOn) list.add(resource);
    else list.delete(resource);
  };

  const register = (call: NativeCall, type: string, run: Callback, ref: FunctionRef | null): void => {
    const list = callbacks.get(call.resource) ?? [];
    // The real list keeps both: one call of the page would run them all.
    if (list.some((each) => each.type === type))
      call.problem('nui', `${type} is registered already: both will run`);
    callbacks.set(call.resource, [...list, { type, run, ref }]);
  };

  const send = (call: NativeCall, json: string): boolean => {
    if (!hasFrame(call.resource)) {
      call.problem('nui', 'the resource has no UI frame: it needs exactly one ui_page');
      return false;
    }
    try {
      messages.push({ resource: call.resource, data: JSON.parse(json) });
    } catch {
      call.problem('nui', 'the message is no JSON');
      return false;
    }
    changed();
    return true;
  };

  /** Callbacks of a type; a path falls back to its first segment. */
  const find = (resource: string, type: string) => {
    const list = callbacks.get(resource) ?? [];
    const exact = list.filter((each) => each.type === type);
    return exact.length > 0 ? exact : list.filter((each) => each.type === type.split('/')[0]);
  };

  /** Pages are asked for by a host name, so their own name is in lower case whatever the folder is called. */
  const isRefused = (resource: string, origin: string): boolean =>
    host.resourceMetadata(resource, 'nui_callback_strict_mode')[0] === 'true' &&
    origin.toLowerCase() !== resource;

  const onNextTick = (fn: () => void): void => {
    if (host.onNextTick) host.onNextTick(fn);
    else setImmediate(fn);
  };

  /** The answer function a script gets: it answers when called with exactly one value, and only then. */
  const answering = (resource: string, type: string, resolve: (value: unknown) => void) => {
    let isAnswered = false;
    return (...args: unknown[]): void => {
      if (args.length !== 1) {
        const message = `NUI callback ${type}: cb() with ${args.length} values sends nothing, the page waits forever`;
        host.problem('nui', message, resource);
        return;
      }
      if (isAnswered) host.problem('nui', `NUI callback ${type}: cb() was called twice`, resource);
      isAnswered = true;
      resolve(JSON.parse(JSON.stringify(args[0] ?? null)));
    };
  };

  return {
    messages,
    focus: () => ({
      focus: votes.focus.size > 0,
      cursor: votes.cursor.size > 0,
      // Counts only for a resource that also asks for focus or cursor.
      keepInput: [...votes.keepInput].some((name) => votes.focus.has(name) || votes.cursor.has(name)),
    }),
    definitions: {
      SendNuiMessage: native(['required'], send),
      RegisterNuiCallback: native(['required', 'func'], (call, type, ref) =>
        register(call, type, (data, answer) => void ref.call(data, answer), ref),
      ),
      RegisterNuiCallbackType: native(['required'], (call, type) =>
        register(
          call,
          type,
          (data, answer) => host.queueEvent(`__cfx_nui:${type}`, [data, answer], call.resource),
          null,
        ),
      ),
      SetNuiFocus: native(['bool', 'bool'], (call, hasFocus, hasCursor) => {
        if (!hasFrame(call.resource)) {
          call.problem('nui', 'the resource has no UI frame: it gets no focus');
          return;
        }
        vote(votes.focus, call.resource, hasFocus);
        vote(votes.cursor, call.resource, hasCursor);
        changed();
      }),
      SetNuiFocusKeepInput: native(['bool'], (call, keepInput) => {
        vote(votes.keepInput, call.resource, keepInput);
        changed();
      }),
      IsNuiFocused: native([], () => votes.focus.size > 0),
      IsNuiFocusKeepingInput: native([], () =>
        [...votes.keepInput].some((name) => votes.focus.has(name) || votes.cursor.has(name)),
      ),
      SetNuiZindex: native(['int'], () => {}),
      GetNuiCursorPosition: native([], () => [0, 0]),
    },
    post: (resource, type, data, options = {}) =>
      new Promise((resolve, reject) => {
        const found = find(resource, type);
        if (found.length === 0) {
          reject(new NuiNotFound(resource, type, 'nobody registered it'));
          return;
        }
        const origin = options.fromResource ?? resource;
        if (isRefused(resource, origin)) {
          host.problem('nui', `strict mode keeps ${type} from the page of ${origin}`, resource);
          reject(new NuiNotFound(resource, type, `strict mode keeps it from the page of ${origin}`));
          return;
        }
        const body = options.rawBody ?? JSON.stringify(data) ?? '';
        onNextTick(() => {
          if (!callbacks.has(resource)) return;
          let parsed: unknown = null;
          try {
            if (body !== '') parsed = JSON.parse(body);
          } catch {
            host.problem(
              'nui',
              `the body of ${type} is no JSON: its callback never runs, the page waits`,
              resource,
            );
            return;
          }
          for (const { run } of found) run(parsed, answering(resource, type, resolve));
        });
      }),
    onResourceStop(resource) {
      for (const { ref } of callbacks.get(resource) ?? []) ref?.release();
      callbacks.delete(resource);
      for (const list of Object.values(votes)) list.delete(resource);
    },
  };
}
