// 911 calls: placed in the game, on the CAD's website or through its API, and taken away again.

import * as z from '../../zod.ts';
import { definePush, type PushDocumentation } from '../definition.ts';
import { idsUnder } from '../fields.ts';
import { wireEmergency } from '../wire-emergency.ts';

export const emergencyCall = definePush({
  type: 'EVENT_911',
  schema: wireEmergency,
  apply: (store, data) => store.incidents.putEmergency(data.call),
});

export const emergencyCallDocs: PushDocumentation = {
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
};

export const emergencyRemoved = definePush({
  type: 'EVENT_REMOVE_911',
  schema: () => z.mapped(idsUnder('callIds', 'callId'), (callIds) => ({ callIds })),
  apply: (store, { callIds }) => store.incidents.removeEmergencies(callIds),
});

export const emergencyRemovedDocs: PushDocumentation = {
  summary: '911 calls were removed, or a dispatcher made dispatch calls from them.',
  fields: { callIds: 'numbers of the 911 calls' },
  variants: ['one number instead of a list', '`callId` instead of `callIds`'],
  effect:
    'Closes the calls, unless dispatch has taken them over. Numbers that are not known are remembered for a while.',
  raises: ['sonorancad:callClosed'],
  fixtures: ['06_remove_911', '06v_remove_911_docs_array'],
};
