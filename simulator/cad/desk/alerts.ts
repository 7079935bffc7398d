// What the CAD only tells and does not remember: tones, alerts, pages, signs, records, characters.
import type { Push } from './ports.ts';

export interface ToneTarget {
  /** 0 all, 1 dispatch call, 2 agency, 3 department, 4 subdivision, 5 unit, 6 unit group. */
  readonly type: number;
  readonly value: number | string | null;
  readonly label: string;
}

export interface StationAlert {
  readonly locations: readonly { name: string; open: readonly string[]; close: readonly string[] }[];
  /** Words to be spoken, or audio as base64. */
  readonly message: string;
  readonly colors: readonly string[];
  /** Name or address of a tone. */
  readonly tone: string;
}

export interface Page {
  readonly addresses?: readonly string[];
  readonly identIds?: readonly number[];
  readonly nature: string;
  readonly body: string;
}

export interface SignText {
  readonly ids: readonly number[];
  readonly text1: string;
  readonly text2: string;
  readonly text3: string;
}

export interface AlertHands {
  /** Plays a sound to all active units, or to the given targets. */
  tone(url: string, playTonesTo?: readonly ToneTarget[]): void;
  stationAlert(alert: StationAlert): void;
  pager(page: Page): void;
  streetSign(signData: SignText): void;
  toggleBodycam(ident: number, state: boolean): void;
  record(change: 'ADD' | 'EDIT' | 'REMOVE', record: Readonly<Record<string, unknown>>): void;
  /** `id` is the record of the character, or its id in the game. */
  selectCharacter(accId: string, id: number | string): void;
  callout(callout: Readonly<Record<string, unknown>>): void;
  printRecord(identId: number, url: string): void;
  /** Support asks for the logs of the server. */
  requestLogs(logKey: string): void;
}

const everybody: ToneTarget = { type: 0, value: null, label: 'All Active Units' };

export function createAlertHands(push: Push): AlertHands {
  return {
    tone: (url, playTonesTo = [everybody]) => push('EVENT_TONE', { url, playTonesTo }),
    stationAlert: (alert) => push('EVENT_STATION_ALERT', alert),
    pager: (page) => push('EVENT_PAGER_REBORN', page),
    streetSign: (signData) => push('EVENT_STREETSIGN_UPDATED', { signData }),
    toggleBodycam: (ident, state) => push('EVENT_DISPATCH_TOGGLE_BODYCAM', { ident: String(ident), state }),
    record: (change, record) => push(`EVENT_RECORD_${change}`, { record }),
    selectCharacter: (accId, id) => push('EVENT_CHAR_SELECTED', { accId, id }),
    callout: (callout) => push('EVENT_NEW_CALLOUT', { callout }),
    printRecord: (identId, url) => push('EVENT_PRINT_RECORD', { identId, url }),
    requestLogs: (logKey) => push('GET_LOGS', { logKey }),
  };
}
