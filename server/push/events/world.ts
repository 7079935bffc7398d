// The game world: bodycams, street signs and callouts, which other resources run.

import * as z from '../../zod.ts';
import { definePush, type PushDocumentation } from '../definition.ts';
import { isObject } from '../envelope.ts';
import { at, field, flag, id, idsUnder, isAbsent, readNumber, text, together } from '../fields.ts';

export const bodycamToggled = definePush({
  type: 'EVENT_DISPATCH_TOGGLE_BODYCAM',
  aliases: ['EVENT_TOGGLE_BODYCAM'],
  schema: () =>
    z.object({
      ident: id(),
      state: field('expected true or false', (value) =>
        isAbsent(value) ? undefined : flag(false).safeParse(value).data,
      ),
    }),
});

export const bodycamToggledDocs: PushDocumentation = {
  summary: "A unit's bodycam was switched on or off in the CAD.",
  fields: { ident: 'ident of the unit', state: 'on or off' },
  variants: ['`ident` as a text', '`state` in words or as 0 and 1'],
  effect: 'None here; the event is for bodycam resources.',
  raises: [],
  fixtures: ['14_toggle_bodycam_on', '14v_toggle_bodycam_number_ident_string_state'],
};

export const streetSignUpdated = definePush({
  type: 'EVENT_STREETSIGN_UPDATED',
  schema: () =>
    z.object({
      signData: together(
        {
          ids: idsUnder('ids', 'id'),
          text1: at('text1', text(120)),
          text2: at('text2', text(120)),
          text3: at('text3', text(120)),
        },
        'expected an object with the sign',
      ),
    }),
});

export const streetSignUpdatedDocs: PushDocumentation = {
  summary: 'Electronic street signs were written on.',
  fields: {
    'signData.ids': 'numbers of the signs',
    'signData.text1, text2, text3': 'the lines, `""` when empty',
  },
  variants: ['one id instead of a list'],
  effect: 'None here; the event is for sign resources.',
  raises: [],
  fixtures: ['16_streetsign'],
};

type Loose = Record<string, unknown>;

/** The members of an object with their names in camelCase: `CalloutName` is `calloutName`. */
function camelCase(source: Loose): Loose {
  return Object.fromEntries(
    Object.entries(source).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
}

export const calloutAdded = definePush({
  type: 'EVENT_NEW_CALLOUT',
  schema: () =>
    z.object({
      callout: field('expected an object with the callout', (raw) => {
        if (!isObject(raw)) return undefined;
        const { data, ...flat } = raw;
        const callout = camelCase({ ...flat, ...(isObject(data) ? data : {}) });
        const places = Array.isArray(callout.calloutLocations) ? callout.calloutLocations : [];
        return {
          ...callout,
          calloutLocations: places.filter(isObject).map((place): Loose => {
            const { x, y, z } = camelCase(place);
            return { x: readNumber(x) || 0, y: readNumber(y) || 0, z: readNumber(z) || 0 };
          }),
        };
      }),
    }),
});

export const calloutAddedDocs: PushDocumentation = {
  summary: 'A callout for computer-controlled scenes was made.',
  fields: {
    'callout.calloutLocations': 'places as `{ x, y, z }`; z is often 0 and has to be found in the game',
    callout: 'everything else as it was sent, names in camelCase',
  },
  variants: ['the members in `callout.data`, in PascalCase', 'the members in `callout`, in camelCase'],
  effect: 'None here; the event is for callout resources.',
  raises: [],
  fixtures: ['27_new_callout_docs'],
};
