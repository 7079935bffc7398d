// What the vendor's support asks a server for.

import { definePush, type PushDocumentation } from '../definition.ts';
import { at, numberOrText, together } from '../fields.ts';

export const logsRequested = definePush({
  type: 'GET_LOGS',
  isBare: true,
  envelopeFields: ['logKey'],
  schema: () => together({ logKey: at('logKey', numberOrText(80)) }),
});

export const logsRequestedDocs: PushDocumentation = {
  summary: "The vendor's support asks for the server's logs.",
  fields: { logKey: 'number or text that the vendor gave the request, or null' },
  variants: ['`logKey` beside `data`, which is missing'],
  effect: 'None, ever: the request is acknowledged and nothing is sent anywhere.',
  raises: [],
  fixtures: ['32_get_logs'],
};
