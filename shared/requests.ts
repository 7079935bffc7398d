// What a game client asks the server to do for its player, and the answer to it.

/** Client to server: an id of the client's own choice, and a `PlayerRequest`. */
export const REQUEST_EVENT = 'sonorancad:request';

/** Server to client: a `RequestAnswer`. */
export const ANSWER_EVENT = 'sonorancad:answer';

/** What units on duty can ask for. */
export const UNIT_ACTIONS = ['respond', 'detach', 'note', 'status', 'panic', 'primary', 'postal'] as const;
export type UnitAction = (typeof UNIT_ACTIONS)[number];

export type PlayerRequest =
  /** The player's unit goes to the call: attaches it, or makes a dispatch call from the 911 call. */
  | { readonly action: 'respond'; readonly key: string }
  /** The player's unit leaves its call. */
  | { readonly action: 'detach' }
  | { readonly action: 'note'; readonly key: string; readonly text: string }
  /** By index, or by its label. */
  | { readonly action: 'status'; readonly status: number | string }
  | { readonly action: 'panic'; readonly isPanic: boolean }
  /** The player's unit is the first on the call, which it is attached to. */
  | { readonly action: 'primary'; readonly key: string }
  /** The call is at that postal. */
  | { readonly action: 'postal'; readonly key: string; readonly postal: string }
  /** A call for help by anybody, on duty or not. `line` is the command it came by; `street` is where the game says. */
  | {
      readonly action: 'call';
      readonly line: string;
      readonly text: string;
      readonly street: string;
      readonly isAnonymous: boolean;
    };

/**
 * Why something was not done; the client has words for each (`answer.<code>`). `local`: done, but only on this server,
 * as it is not connected to the CAD's API.
 */
export const OUTCOME_CODES = [
  'local',
  'off-duty',
  'no-unit',
  'no-call',
  'not-allowed',
  'too-far',
  'no-dispatch-call',
  'not-attached',
  'no-status',
  'empty',
  'too-fast',
  'busy',
  'cad',
  'not-configured',
  'invalid',
] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];

/** `code` is missing when everything went as it should. `reason` says more, in English, when the CAD refused. */
export interface RequestAnswer {
  readonly id: number;
  readonly ok: boolean;
  readonly code?: OutcomeCode;
  readonly reason?: string;
}
