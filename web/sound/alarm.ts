// Our own sounds, made by the browser: the panic alarm and a short one to try the volume.

import type { Alarm } from './sounds.ts';

/** A note: its pitch in hertz, when it begins and how long it lasts, in seconds. */
type Note = readonly [pitch: number, at: number, length: number];

/** Three calls of high and low: known at once and over before it tires. */
const PANIC: readonly Note[] = [0, 0.52, 1.04].flatMap((at): Note[] => [
  [988, at, 0.17],
  [740, at + 0.19, 0.21],
]);
const SAMPLE: readonly Note[] = [
  [660, 0, 0.09],
  [880, 0.1, 0.14],
];
/** Loudest share of what is possible: a panic in a headset must not hurt. */
const PEAK = 0.4;
const SOFT_S = 0.012;

export function createAlarm(): Alarm {
  let context: AudioContext | null = null;

  function play(notes: readonly Note[], volume: number): void {
    stop();
    const current = new AudioContext();
    context = current;
    const output = soften(current);
    const sources = notes.map((note) => sound(current, output, note, volume * PEAK));
    // A context that is not closed keeps a thread busy.
    sources.at(-1)?.addEventListener('ended', () => close(current));
  }

  function close(which: AudioContext): void {
    if (which === context) context = null;
    if (which.state !== 'closed') void which.close();
  }

  function stop(): void {
    if (context) close(context);
  }

  return {
    panic: (volume) => play(PANIC, volume),
    sample: (volume) => play(SAMPLE, volume),
    stop,
  };
}

/** Takes the edge off. */
function soften(context: AudioContext): AudioNode {
  const filter = context.createBiquadFilter();
  filter.type = 'lowpass';
  filter.frequency.value = 3200;
  filter.connect(context.destination);
  return filter;
}

function sound(context: AudioContext, output: AudioNode, [pitch, at, length]: Note, peak: number) {
  const begin = context.currentTime + at;
  const end = begin + length;
  const source = context.createOscillator();
  source.type = 'triangle';
  source.frequency.value = pitch;
  const gain = context.createGain();
  // Without ramps it clicks.
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(peak, begin + SOFT_S);
  gain.gain.setValueAtTime(peak, end - SOFT_S);
  gain.gain.linearRampToValueAtTime(0, end);
  source.connect(gain).connect(output);
  source.start(begin);
  source.stop(end);
  return source;
}
