// Which sounds from the CAD may be played on players' computers.

/** What the owner allows. */
export interface SoundRules {
  /** Host names; `*.` in front stands for any part there. */
  readonly hosts: readonly string[];
  readonly maxAudioBytes: number;
}

/** The address of a tone when players may load it, else `''`. Only https, and only from the listed hosts. */
export function allowedTone(address: string, { hosts }: SoundRules): string {
  if (!URL.canParse(address)) return '';
  const { protocol, hostname, username, password, href } = new URL(address);
  if (protocol !== 'https:' || username !== '' || password !== '') return '';
  return hosts.some((host) => matches(hostname, host.trim().toLowerCase())) ? href : '';
}

function matches(hostname: string, host: string): boolean {
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}

/** First bytes of sound files, in base64, and what they are. */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^UklGR/, 'audio/wav'],
  [/^T2dnU/, 'audio/ogg'],
  [/^SUQz|^\/\/[uvts]/, 'audio/mpeg'],
  [/^ZkxhQ/, 'audio/flac'],
  [/^GkXfo/, 'audio/webm'],
];
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const DATA_ADDRESS = /^data:audio\/[a-z0-9.+-]{1,40};base64,/i;
/** Shorter texts are words, whatever they look like. */
const MIN_AUDIO = 64;

/**
 * The message of a station alert is a text to say, or sound in base64 (contracts: EVENT_STATION_ALERT). Tells which:
 * `audio` is a `data:` address, and both are `''` for sound that is larger than allowed.
 */
export function readMessage(message: string, { maxAudioBytes }: SoundRules): { text: string; audio: string } {
  const head = DATA_ADDRESS.exec(message)?.[0] ?? '';
  const content = message.slice(head.length).replace(/\s+/g, '');
  const type = SIGNATURES.find(([signature]) => signature.test(content))?.[1];
  if (content.length < MIN_AUDIO || !BASE64.test(content) || (head === '' && type === undefined)) {
    return { text: head === '' ? message : '', audio: '' };
  }
  const isSmall = (content.length * 3) / 4 <= maxAudioBytes;
  return { text: '', audio: isSmall ? `${head || `data:${type};base64,`}${content}` : '' };
}
