// 911 calls: placed in the game, on the CAD's website or through its API, and taken away again.

import * as z from 'zod';
import { definePush } from '../definition.ts';
import { isObject } from '../envelope.ts';
import { flag, id, idsUnder, isAbsent, metaData, moment, text, texts } from '../fields.ts';

const call = z.object(
  {
    callId: id(),
    isEmergency: flag(true),
    caller: text(120),
    location: text(200),
    description: text(2000),
    metaData: metaData(),
    updated: moment(),
  },
  { error: 'expected an object with the 911 call' },
);

/** Facts sent beside the call and inside it are one set; those inside win. A call without a wrapper is accepted too. */
function foldEmergency(raw: unknown): unknown {
  if (!isObject(raw)) return raw;
  const inner = isObject(raw.call) ? raw.call : raw.call === undefined && 'callId' in raw ? raw : undefined;
  if (!inner) return { ...raw, call: raw.call };
  return {
    call: { ...inner, metaData: mergeFacts(raw.metaData, inner === raw ? undefined : inner.metaData) },
    identities: [raw.identities, raw.communityUserIds, raw.communityUserId, raw.apiIds].flat(),
  };
}

/** Later facts win unless they are missing. `silenceAlert` is an old spelling of `silentAlert`. */
function mergeFacts(...sources: unknown[]): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const source of sources) {
    if (!isObject(source)) continue;
    for (const [name, value] of Object.entries(source)) {
      if (!isAbsent(value)) facts[name === 'silenceAlert' ? 'silentAlert' : name] = value;
    }
  }
  return facts;
}

export const emergencyCall = definePush({
  type: 'EVENT_911',
  summary: 'A 911 call was placed, in the game, on the website or through the API.',
  fields: {
    'call.callId': 'number of the 911 call',
    'call.isEmergency': 'false for a civil call; true when not said',
    'call.caller, call.location, call.description': 'texts, `""` when missing',
    'call.metaData': 'texts by name: `x`, `y`, `z`, `postal`, `callerPlayerId` and whatever else was sent',
    'call.updated': 'ms since the epoch, or null',
    identities: 'identifiers of the caller, most telling first',
  },
  variants: [
    '`metaData` beside the call instead of in it, or in both (the inner one wins)',
    '`communityUserIds`, `communityUserId`, `apiIds` or `identities` for the caller',
    'the call without its wrapper: `data.callId` instead of `data.call.callId`',
  ],
  effect:
    'Opens a call, or changes the one with that number. A 911 call that dispatch has taken over stays one call with it; one that was removed does not come back with a late copy.',
  raises: ['sonorancad:callOpened', 'sonorancad:callUpdated'],
  fixtures: ['04_911_in_game', '04v_911_docs_array_sibling_metadata'],
  schema: z.preprocess(foldEmergency, z.object({ call, identities: texts(120) })),
  apply: (store, data) => store.incidents.putEmergency(data.call),
});

export const emergencyRemoved = definePush({
  type: 'EVENT_REMOVE_911',
  summary: '911 calls were removed, or a dispatcher made dispatch calls from them.',
  fields: { callIds: 'numbers of the 911 calls' },
  variants: ['one number instead of a list', '`callId` instead of `callIds`'],
  effect:
    'Closes the calls, unless dispatch has taken them over. Numbers that are not known are remembered for a while.',
  raises: ['sonorancad:callClosed'],
  fixtures: ['06_remove_911', '06v_remove_911_docs_array'],
  schema: idsUnder('callIds', 'callId').transform((callIds) => ({ callIds })),
  apply: (store, { callIds }) => store.incidents.removeEmergencies(callIds),
});
