// A dispatch call as the CAD writes it: notes in several shapes, units as ids or whole, most fields optional.

import type { Note } from '../../shared/call.ts';
import { once } from '../../shared/once.ts';
import { cleanText } from '../../shared/text.ts';
import type { DispatchPatch } from '../cad/incident.ts';
import * as z from '../zod.ts';
import { isObject } from './envelope.ts';
import {
  anyIdsUnder,
  field,
  flag,
  id,
  isAbsent,
  maybe,
  metaData,
  moment,
  numberOrText,
  scalarText,
  text,
  together,
  wholeOrNull,
} from './fields.ts';

const MAX_NOTES = 200;
const MAX_NOTE = 1000;

/** A note: the CAD's object, or the plain text that older versions sent. Null when it says nothing. */
export function readNote(value: unknown): Note | null {
  if (isAbsent(value)) return null;
  if (typeof value === 'string' || typeof value === 'number') {
    return { time: '', label: '', type: 'text', content: cleanText(String(value), MAX_NOTE) };
  }
  if (!isObject(value)) return null;
  const part = (name: string, max: number) =>
    isAbsent(value[name]) ? '' : cleanText(scalarText(value[name]) ?? '', max);
  const content = part('content', MAX_NOTE) || part('note', MAX_NOTE);
  if (content === '') return null;
  return { time: part('time', 40), label: part('label', 80), type: part('type', 20) || 'text', content };
}

/** A note that must be there. */
export const note = () => field('expected a note', (value) => readNote(value) ?? undefined);

const notes = () =>
  field('expected a list of notes', (value): Note[] =>
    (Array.isArray(value) ? value : [value])
      .slice(-MAX_NOTES)
      .map(readNote)
      .filter((one) => one !== null),
  );

const fields = once(() =>
  z.compiledObject(
    {
      callId: id(),
      origin: maybe(wholeOrNull()),
      status: maybe(wholeOrNull()),
      priority: maybe(numberOrText(40)),
      block: maybe(text(80)),
      address: maybe(text(200)),
      postal: maybe(text(40)),
      title: maybe(text(120)),
      code: maybe(text(80)),
      description: maybe(text(2000)),
      primary: maybe(wholeOrNull()),
      trackPrimary: maybe(flag(false)),
      metaData: maybe(metaData()),
      notes: notes(),
      updated: moment(),
    },
    'expected an object with the dispatch call',
  ),
);

const unitIds = once(() => anyIdsUnder('idents', 'units'));

/** Units are attached by id, or (in the oldest form) listed whole; neither says nothing about them. */
const attachedUnits = () =>
  z.transform((raw: unknown, ctx): number[] | undefined => {
    const source = isObject(raw) ? raw : {};
    if (isAbsent(source.idents) && !Array.isArray(source.units)) return undefined;
    const whole = Array.isArray(source.units)
      ? source.units.map((unit) => (isObject(unit) ? unit.id : unit))
      : [];
    const parsed = unitIds().safeParse({ idents: source.idents, units: whole });
    if (parsed.success) return parsed.data;
    for (const { message, path } of parsed.error.issues) z.addIssue(ctx, message, path);
    return z.NEVER;
  });

/** What an event says of a dispatch call. `primary` 0 is nobody; the facts may ask for tracking too. */
export const wireDispatch = once(() =>
  z.mapped(together({ said: fields(), idents: attachedUnits() }), ({ said, idents }): DispatchPatch => {
    const tracked = said.metaData?.trackPrimary?.toLowerCase();
    const trackPrimary =
      tracked === undefined ? said.trackPrimary : tracked === 'true' || said.trackPrimary === true;
    return {
      callId: said.callId,
      origin: said.origin,
      status: said.status,
      priority: said.priority,
      block: said.block,
      address: said.address,
      postal: said.postal,
      title: said.title,
      code: said.code,
      description: said.description,
      primary: said.primary === 0 ? null : said.primary,
      trackPrimary,
      metaData: said.metaData,
      notes: said.notes,
      idents,
      updated: said.updated,
    };
  }),
);
