// What every transport does with the body it was brought: size, JSON, key, envelope; then the event is taken in.

import { ok, type Result, refuse } from '../shared/result.ts';
import type { ApiKeys } from './http/api-keys.ts';
import { type Refusal, refusals } from './http/reply.ts';
import { type Envelope, type PayloadError, parseBody, readEnvelope } from './push/envelope.ts';
import { mayHoldKey } from './push/find-key.ts';

/** An event whose key was right. */
export interface ReceivedEvent {
  readonly envelope: Envelope;
  /** The body as it came. */
  readonly bytes: ArrayBuffer;
  /** Value of a header of the request, in any casing. */
  header(name: string): string | undefined;
  /** Who brought it: an address, or the name of another way. */
  readonly from: string;
}

/** What became of an event: why it is refused, or null; and what follows once it is answered, such as delivery. */
export interface Verdict {
  readonly refusal: Refusal | null;
  after(): void;
}

/** A body that nothing is known of yet, and the headers that came with it. */
export type Brought = Pick<ReceivedEvent, 'bytes' | 'header' | 'from'>;

/** Takes a body in and answers exactly once, with why it is refused or null. Never throws. */
export type Admit = (brought: Brought, answer: (refusal: Refusal | null) => void) => void;

export interface AdmitPorts {
  readonly keys: Pick<ApiKeys, 'accepts'>;
  readonly maxBodyBytes: () => number;
  /** Takes an authenticated event into account. */
  readonly accept: (event: ReceivedEvent) => Verdict;
  /** A defect of ours: `where` says what was under way. */
  readonly onDefect: (where: string, error: unknown) => void;
}

/** Nothing but the key is looked at before the key is checked. */
export function createAdmit({ keys, maxBodyBytes, accept, onDefect }: AdmitPorts): Admit {
  function read(bytes: ArrayBuffer): Result<Envelope, Refusal> {
    // A length announced before may be a lie in either direction; what arrived counts.
    const limit = maxBodyBytes();
    if (bytes.byteLength > limit) return refuse(refusals.tooLarge(limit));
    if (!mayHoldKey(bytes, keys.accepts)) return refuse(refusals.key());
    const body = parseBody(bytes);
    if (!body.ok) return refuse(toRefusal(body.error));
    if (!keys.accepts(body.value.key)) return refuse(refusals.key());
    const envelope = readEnvelope(body.value);
    return envelope.ok ? ok(envelope.value) : refuse(toRefusal(envelope.error));
  }

  function judge(brought: Brought): Verdict {
    try {
      const envelope = read(brought.bytes);
      return envelope.ok ? accept({ ...brought, envelope: envelope.value }) : refused(envelope.error);
    } catch (error) {
      onDefect('taking in an event', error);
      return refused(refusals.defect());
    }
  }

  const guarded = (where: string, run: () => void) => {
    try {
      run();
    } catch (error) {
      onDefect(where, error);
    }
  };

  return (brought, answer) => {
    const { refusal, after } = judge(brought);
    guarded('answering an event', () => answer(refusal));
    // From here on the sender has its answer: what goes wrong now is ours alone.
    guarded('delivering an event', after);
  };
}

const refused = (refusal: Refusal): Verdict => ({ refusal, after: () => undefined });
const toRefusal = ({ path, expected }: PayloadError) => refusals.payload(path, expected);
