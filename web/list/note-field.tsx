// Where the player writes a note on a call. While it has the keyboard the game gets no keys.

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Response } from '../../shared/screen.ts';
import { ResponseLine } from '../parts/response-line.tsx';
import { useScreen } from '../screen.ts';

const MAX_LENGTH = 500;

interface NoteFieldProps {
  /** The call's key. Another call is another field. */
  readonly target: string;
  readonly response: Response;
}

export function NoteField({ target, response }: NoteFieldProps) {
  const { format, ask } = useScreen();
  const { translate } = format;
  const field = useRef<HTMLInputElement>(null);
  const isPending = response.state === 'pending';

  // What was sent is gone; what failed stays to be tried again.
  useLayoutEffect(() => {
    if (field.current && response.state === 'done') field.current.value = '';
  }, [response.state]);
  // A field that goes gives the keyboard back, too.
  useEffect(() => () => ask('typing', { isTyping: false }), []);

  function send(event: Event): void {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (text !== '' && !isPending) ask('note', { key: target, text });
  }

  function leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // The list stays open.
    event.stopPropagation();
    field.current?.blur();
  }

  return (
    <form class="note-form" onSubmit={send}>
      <input
        ref={field}
        type="text"
        class="note-field"
        maxLength={MAX_LENGTH}
        autocomplete="off"
        spellcheck={false}
        placeholder={translate('ui.note')}
        aria-label={translate('ui.note')}
        readOnly={isPending}
        onFocus={() => ask('typing', { isTyping: true })}
        onBlur={() => ask('typing', { isTyping: false })}
        onKeyDown={leave}
      />
      <button type="submit" class="hint" disabled={isPending}>
        {translate('ui.note.send')}
      </button>
      <ResponseLine response={response} />
    </form>
  );
}
