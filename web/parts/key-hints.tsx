// What the player can do now: the real keys, or buttons while the mouse is there.

import type { Translate } from '../../shared/locale.ts';
import type { PlayerAction } from '../../shared/screen.ts';
import { useScreen } from '../screen.ts';

interface KeyHintsProps {
  readonly actions: readonly PlayerAction[];
  /** What a click acts on: a card's id or a call's key. */
  readonly target: string;
  readonly isMine?: boolean;
  readonly isRouted?: boolean;
}

export function KeyHints({ actions, target, isMine = false, isRouted = false }: KeyHintsProps) {
  const { keys, hasCursor, act, format } = useScreen();
  const label = (action: PlayerAction) => actionLabel(action, format.translate, { isMine, isRouted });
  const hinted = actions.filter((action) => hasCursor || keys[action]);
  if (hinted.length === 0) return null;
  return (
    <ul class="hints" aria-label={format.translate('ui.actions')}>
      {hinted.map((action) => (
        <li key={action}>
          {hasCursor ? (
            <button type="button" class="hint" onClick={() => act(action, target)}>
              <Key label={keys[action]} />
              {label(action)}
            </button>
          ) : (
            <span class="hint">
              <Key label={keys[action]} />
              {label(action)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What is written on a key; nothing for none. */
export function Key({ label }: { readonly label: string | undefined }) {
  return label ? <kbd class="isolate">{label}</kbd> : null;
}

/** The same key answers and takes back, leads there and stops. */
function actionLabel(
  action: PlayerAction,
  translate: Translate,
  { isMine, isRouted }: { readonly isMine: boolean; readonly isRouted: boolean },
): string {
  if (action === 'respond' && isMine) return translate('ui.action.leave');
  if (action === 'route' && isRouted) return translate('ui.action.unroute');
  return translate(`ui.action.${action}`);
}
