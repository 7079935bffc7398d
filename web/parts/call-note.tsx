// One line of a call's log.

import type { Note } from '../../shared/call.ts';
import { cutText } from '../../shared/text.ts';
import { useScreen } from '../screen.ts';

const MAX_LENGTH = 400;

export function CallNote({ note }: { readonly note: Note }) {
  const { format } = useScreen();
  return (
    <li class="note">
      <time>{format.noteTime(note.time)}</time>
      {note.label !== '' && <b class="isolate">{cutText(note.label, 40)}</b>}
      <span class="text">{cutText(note.content, MAX_LENGTH)}</span>
    </li>
  );
}
