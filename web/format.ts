// Numbers, distances and times as the player's language writes them.

import { createTranslate, type Translate } from '../shared/locale.ts';
import type { ScreenSetup } from '../shared/screen.ts';
import { cutText } from '../shared/text.ts';

export interface Format {
  readonly translate: Translate;
  /** BCP 47, known to the browser. */
  readonly language: string;
  /** `1.2 km`, `350 m`, `0.6 mi`, `800 ft`; of `metres`. */
  distance(metres: number): string;
  /** `12 min`, `2 hr 5 min`; of `ms`. */
  age(ms: number): string;
  count(value: number): string;
  /** `85%`; of a share of 1. */
  percent(share: number): string;
  /** A note's time without seconds. What is neither `HH:MM:SS` nor ISO 8601 is shown as it is, cut short. */
  noteTime(time: string): string;
}

const FEET_PER_METRE = 3.28084;
const METRES_PER_MILE = 1609.344;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MAX_TIME_LENGTH = 16;

export function createFormat(setup: Pick<ScreenSetup, 'texts' | 'language' | 'distances'>): Format {
  const language = knownLanguage(setup.language);
  const translate = createTranslate(setup.texts, {});
  const count = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const unit = (name: string, digits = 0) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, maximumFractionDigits: digits });
  const [metre, kilometre, farKilometre] = [unit('meter'), unit('kilometer', 1), unit('kilometer')];
  const [foot, mile, farMile] = [unit('foot'), unit('mile', 1), unit('mile')];
  const [minute, hour] = [unit('minute'), unit('hour')];

  function metric(metres: number): string {
    if (metres < 995) return metre.format(roundTo(metres, 10));
    return (metres < 9950 ? kilometre : farKilometre).format(metres / 1000);
  }

  function imperial(metres: number): string {
    const feet = metres * FEET_PER_METRE;
    if (feet < 975) return foot.format(roundTo(feet, 50));
    const miles = metres / METRES_PER_MILE;
    return (miles < 9.95 ? mile : farMile).format(miles);
  }

  function age(ms: number): string {
    if (ms < MINUTE_MS) return translate('ui.age.now');
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    if (ms < HOUR_MS) return minute.format(minutes);
    const hours = hour.format(Math.floor(ms / HOUR_MS));
    return minutes === 0 ? hours : `${hours} ${minute.format(minutes)}`;
  }

  function noteTime(time: string): string {
    if (/^\d{1,2}:\d{2}:\d{2}$/.test(time)) return time.slice(0, -3);
    const at = /^\d{4}-\d{2}-\d{2}T/.test(time) ? Date.parse(time) : Number.NaN;
    return Number.isNaN(at) ? cutText(time, MAX_TIME_LENGTH) : clock.format(at);
  }

  return {
    translate,
    language,
    distance: setup.distances === 'metric' ? metric : imperial,
    age,
    count: (value) => count.format(value),
    percent: (share) => percent.format(share),
    noteTime,
  };
}

const roundTo = (value: number, step: number) => Math.round(value / step) * step;

/** The language, or English when the browser has never heard of it. */
function knownLanguage(language: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    // Not even shaped like a language.
    return 'en';
  }
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ku', 'ur', 'yi']);

/** `rtl` or `ltr`, for the page as a whole. */
export function writingDirection(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}
