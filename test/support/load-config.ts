// Reads settings as the server does, with the part of it that knows what is wrong in files at hand.

import { type LoadMistakes, loadConfig as load, type Use } from '../../server/config/load.ts';
import * as mistakes from '../../server/config/mistakes-part.ts';
import { ok } from '../../shared/result.ts';

export const loadMistakes: LoadMistakes = () => ok(mistakes);

export const loadConfig = (text: string | null, use?: Use) => load(text, loadMistakes, use);
