// A 911 call as the CAD writes it: with or without a wrapper, its facts inside it or beside it.

import { once } from '../../shared/once.ts';
import * as z from '../zod.ts';
import { isObject } from './envelope.ts';
import { flag, id, isAbsent, metaData, moment, text, texts } from './fields.ts';

const call = () =>
  z.compiledObject(
    {
      callId: id(),
      isEmergency: flag(true),
      caller: text(120),
      location: text(200),
      description: text(2000),
      metaData: metaData(),
      updated: moment(),
    },
    'expected an object with the 911 call',
  );

/** Facts sent beside the call and inside it are one set; those inside win. A call without a wrapper is accepted too. */
function foldEmergency(raw: unknown): unknown {
  if (!isObject(raw)) return raw;
  const inner = isObject(raw.call) ? raw.call : raw.call === undefined && 'callId' in raw ? raw : undefined;
  if (!inner) return { ...raw, call: raw.call };
  return {
    call: { ...inner, metaData: mergeFacts(raw.metaData, inner === raw ? undefined : inner.metaData) },
    identities: [raw.identities, raw.communityUserIds, raw.communityUserId, raw.apiIds]
      .filter((identity) => identity !== undefined)
      .flat(),
  };
}

/** Facts win over those `under` them unless they are missing. `silenceAlert` is an old spelling of `silentAlert`. */
function mergeFacts(under: unknown, facts: unknown): unknown {
  if (!isObject(under) && isObject(facts) && !('silenceAlert' in facts)) return facts;
  const merged: Record<string, unknown> = {};
  for (const source of [under, facts]) {
    if (!isObject(source)) continue;
    for (const [name, value] of Object.entries(source)) {
      if (!isAbsent(value)) merged[name === 'silenceAlert' ? 'silentAlert' : name] = value;
    }
  }
  return merged;
}

/** What an event says of a 911 call. */
export const wireEmergency = once(() =>
  z.preprocess(foldEmergency, z.compiledObject({ call: call(), identities: texts(120) })),
);
