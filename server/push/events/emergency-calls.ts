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

/** A 911 call was placed. Sent again with the same id it replaces what is known of the call. */
export const emergencyCall = definePush({
  type: 'EVENT_911',
  summary: 'A 911 call was placed.',
  schema: z.preprocess(foldEmergency, z.object({ call, identities: texts(120) })),
  apply: (store, { call }) => store.putEmergency(call),
});

/** 911 calls were removed, or taken over by dispatch. */
export const emergencyRemoved = definePush({
  type: 'EVENT_REMOVE_911',
  summary: '911 calls were removed.',
  schema: idsUnder('callIds', 'callId').transform((callIds) => ({ callIds })),
  apply: (store, { callIds }) => store.removeEmergencies(callIds),
});
