// Help texts, subtitles and texts drawn on the screen.
import type { Definition } from './define.ts';
import { native } from './define.ts';
import type { Texts } from './text.ts';
import type { GameContext, HelpText, Subtitle } from './types.ts';

export interface ScreenTexts {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly helpTexts: readonly HelpText[];
  readonly subtitles: readonly Subtitle[];
  draws(): number;
}

const nothing = (...kinds: ('int' | 'float' | 'bool')[]): Definition => native(kinds, () => {});

export function createScreenTexts({ now, changed }: GameContext, texts: Texts): ScreenTexts {
  const helpTexts: HelpText[] = [];
  const subtitles: Subtitle[] = [];
  let draws = 0;
  return {
    helpTexts,
    subtitles,
    draws: () => draws,
    definitions: {
      BeginTextCommandDisplayHelp: texts.begin('help'),
      EndTextCommandDisplayHelp: native(
        ['int', 'bool', 'bool', 'int'],
        (call, _shape, loop, beep, duration) => {
          const text = texts.end(call, 'help');
          if (!text) return;
          helpTexts.push({ text: text.text, loop, beep, duration, at: now() });
          changed();
        },
      ),
      BeginTextCommandPrint: texts.begin('subtitle'),
      EndTextCommandPrint: native(['int', 'bool'], (call, duration) => {
        const text = texts.end(call, 'subtitle');
        if (!text) return;
        subtitles.push({ text: text.text, duration, at: now() });
        changed();
      }),
      BeginTextCommandDisplayText: texts.begin('screen'),
      EndTextCommandDisplayText: native(['float', 'float'], (call) => {
        if (texts.end(call, 'screen')) draws += 1;
      }),
      ClearAllHelpMessages: nothing(),
      ClearHelp: nothing('bool'),
      ClearPrints: nothing(),
      SetTextFont: nothing('int'),
      SetTextScale: nothing('float', 'float'),
      SetTextColour: nothing('int', 'int', 'int', 'int'),
      SetTextCentre: nothing('bool'),
      SetTextOutline: nothing(),
      SetTextDropShadow: nothing(),
    },
    aliases: {
      SetTextComponentFormat: 'BeginTextCommandDisplayHelp',
      DisplayHelpTextFromStringLabel: 'EndTextCommandDisplayHelp',
      SetTextEntry_2: 'BeginTextCommandPrint',
      DrawSubtitleTimed: 'EndTextCommandPrint',
      SetTextEntry: 'BeginTextCommandDisplayText',
      DrawText: 'EndTextCommandDisplayText',
    },
  };
}
