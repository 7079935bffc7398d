import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../../test/support/manual-clock.ts';
import { defaultConfig } from '../config/default-config.ts';
import type { Config } from '../config/schema.ts';
import { createReload, watchConfig } from './reload.ts';

function setUp(next: Partial<Config>, problems: string[] = [], warnings: string[] = []) {
  let current: Config = defaultConfig;
  const reload = createReload({
    load: () => ({ config: { ...defaultConfig, ...next }, problems, warnings }),
    current: () => current,
    apply: (config) => {
      current = config;
    },
  });
  return { lines: reload(), current: () => current };
}

describe('reload', () => {
  test('takes changed settings into use and names them', () => {
    const { lines, current } = setUp({ transport: 'both', distances: 'imperial' });
    expect(lines).toEqual(['Settings taken into use: transport, distances.']);
    expect(current()).toMatchObject({ transport: 'both', distances: 'imperial' });
  });

  test('keeps everything when anything is wrong, and says why', () => {
    const { lines, current } = setUp({ transport: 'both' }, ['config.json line 1: x']);
    expect(lines).toEqual([
      'config.json line 1: x',
      'Nothing was changed: until this is mended the settings of before count, not what the lines above name in their place.',
    ]);
    expect(current()).toBe(defaultConfig);
  });

  test('says so when nothing changed', () => {
    expect(setUp({}).lines).toEqual(['config.json says what it said before.']);
  });

  test('what is wrong in other files is told and hinders nothing', () => {
    const { lines, current } = setUp({ transport: 'both' }, [], ['locales/de.json: x']);
    expect(lines).toEqual(['locales/de.json: x', 'Settings taken into use: transport.']);
    expect(current().transport).toBe('both');
  });

  test('tells what needs a restart', () => {
    const { lines } = setUp({ duty: { ...defaultConfig.duty, framework: 'esx' } });
    expect(lines.at(-1)).toBe('Another duty.framework needs a restart of this resource.');
  });
});

describe('watching config.json', () => {
  function watch(everyMs: () => number | null) {
    const clock = createManualClock();
    const file = { text: 'a' };
    const seen: string[] = [];
    const { stop, settingsChanged } = watchConfig({
      clock,
      read: () => file.text,
      everyMs,
      onChange: () => seen.push(file.text),
    });
    return { clock, file, seen, stop, settingsChanged };
  }

  test('takes a change once it stays as it is', () => {
    const { clock, file, seen } = watch(() => 1000);
    file.text = 'half of';
    clock.advance(1000);
    file.text = 'b';
    clock.advance(1000);
    expect(seen).toEqual([]);
    clock.advance(5000);
    expect(seen).toEqual(['b']);
  });

  test('is off unless wanted, and can be turned on later', () => {
    let every: number | null = null;
    const { clock, file, seen, settingsChanged } = watch(() => every);
    file.text = 'b';
    clock.advance(60_000);
    expect([seen, clock.pending()]).toEqual([[], 0]);
    every = 1000;
    settingsChanged();
    file.text = 'c';
    clock.advance(2000);
    expect(seen).toEqual(['c']);
    every = null;
    settingsChanged();
    file.text = 'd';
    clock.advance(60_000);
    expect(seen).toEqual(['c']);
  });

  test('goes on at the new pace when a change says so', () => {
    let every = 1000;
    const clock = createManualClock();
    const file = { text: 'a' };
    let looks = 0;
    const { settingsChanged } = watchConfig({
      clock,
      read() {
        looks += 1;
        return file.text;
      },
      everyMs: () => every,
      onChange() {
        every = 10_000;
        settingsChanged();
      },
    });
    file.text = 'b';
    clock.advance(2000);
    looks = 0;
    clock.advance(60_000);
    expect(looks).toBe(6);
  });

  test('ends', () => {
    const { clock, file, seen, stop } = watch(() => 1000);
    stop();
    file.text = 'b';
    clock.advance(10_000);
    expect(seen).toEqual([]);
  });
});
