// The state machine behind every text the game shows: Begin..., components, End....
import { Buffer } from 'node:buffer';
import type { Definition, NativeCall } from './define.ts';
import { hashOf, native } from './define.ts';
import { zoneLabels } from './zones.ts';

export type TextKind = 'feed' | 'blip' | 'help' | 'subtitle' | 'screen';

export interface FinishedText {
  readonly label: string;
  readonly components: readonly string[];
  /** The label with its placeholders filled. */
  readonly text: string;
}

export interface Texts {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly aliases: Readonly<Record<string, string>>;
  /** The native that begins texts of a kind. */
  begin(kind: TextKind): Definition;
  /** Ends the open text; null, and a problem, if none of that kind is open. */
  end(call: NativeCall, kind: TextKind): FinishedText | null;
  /** Adds a component to the open text. */
  add(call: NativeCall, placeholder: 'a' | '1', text: string): void;
  /** Text of a label, or null. */
  label(name: string): string | null;
  onResourceStop(resource: string): void;
}

/** Longest component of ADD_TEXT_COMPONENT_SUBSTRING_PLAYER_NAME, in bytes. */
const MAX_COMPONENT = 99;
const PLACEHOLDER = /~([a1])(?:_(\d+))?~/g;
/** Labels of the game's own text files that scripts use for texts of their own. */
const BUILT_IN: Readonly<Record<string, string>> = {
  STRING: '~a~',
  TWOSTRINGS: '~a~~a~',
  THREESTRINGS: '~a~~a~~a~',
  CELL_EMAIL_BCON: '~a~'.repeat(10),
  NUMBER: '~1~',
};

interface OpenText {
  readonly kind: TextKind;
  readonly native: string;
  readonly resource: string;
  readonly label: string;
  readonly template: string;
  readonly parts: { a: string[]; '1': string[] };
  readonly components: string[];
}

function slotsOf(template: string, placeholder: string): number {
  return [...template.matchAll(PLACEHOLDER)].filter(([, kind]) => kind === placeholder).length;
}

function fill({ template, parts }: OpenText): string {
  const next = { a: 0, '1': 0 };
  return template.replace(PLACEHOLDER, (_, kind: 'a' | '1', index: string | undefined) => {
    const at = index === undefined ? next[kind]++ : Number(index);
    return parts[kind][at] ?? '';
  });
}

/** `0x...` names a hash, as in ADD_TEXT_ENTRY (citizen-resources-gta/src/TextChangingFunctions.cpp). */
function keyOf(label: string): number {
  return /^0x[\da-f]+$/i.test(label) ? Number.parseInt(label, 16) | 0 : hashOf(label);
}

export function createTexts(): Texts {
  const builtIn = new Map(
    Object.entries({ ...BUILT_IN, ...zoneLabels }).map(([name, text]) => [hashOf(name), text] as const),
  );
  /** Entries of resources by hash, the newest first; a stopped resource's one gives way to the next. */
  const entries = new Map<number, { resource: string; text: string }[]>();
  let open: OpenText | null = null;

  const labelByKey = (key: number): string | null => entries.get(key)?.[0]?.text ?? builtIn.get(key) ?? null;
  const label = (name: string): string | null => labelByKey(keyOf(name));

  const addEntry = (call: NativeCall, key: number, text: string): true => {
    const others = (entries.get(key) ?? []).filter(({ resource }) => resource !== call.resource);
    entries.set(key, [{ resource: call.resource, text }, ...others]);
    return true;
  };

  const add = (call: NativeCall, placeholder: 'a' | '1', text: string): void => {
    if (!open) {
      call.problem('text', 'no text was begun: this component goes nowhere');
      return;
    }
    const parts = open.parts[placeholder];
    const slots = slotsOf(open.template, placeholder);
    if (parts.length >= slots) {
      call.problem(
        'text',
        `label ${open.label} has room for ${slots} of "~${placeholder}~": this one is not shown`,
      );
    }
    parts.push(text);
    open.components.push(text);
  };

  const substring = native(['text'], (call, text) => {
    const bytes = Buffer.from(text);
    if (bytes.length <= MAX_COMPONENT) return add(call, 'a', text);
    call.problem(
      'text',
      `a component of ${bytes.length} bytes, the longest is ${MAX_COMPONENT}: the rest is cut off`,
    );
    return add(call, 'a', bytes.subarray(0, MAX_COMPONENT).toString());
  });

  const definitions: Record<string, Definition> = {
    AddTextComponentSubstringPlayerName: substring,
    AddTextComponentSubstringKeyboardDisplay: substring,
    AddTextComponentSubstringWebsite: substring,
    AddTextComponentSubstringTextLabel: native(['text'], (call, name) => {
      const text = label(name);
      if (text === null) call.problem('text', `label ${name} does not exist`);
      add(call, 'a', text ?? 'NULL');
    }),
    AddTextComponentInteger: native(['int'], (call, value) => add(call, '1', String(value))),
    AddTextComponentFormattedInteger: native(['int', 'bool'], (call, value, commas) =>
      add(call, '1', commas ? value.toLocaleString('en-US') : String(value)),
    ),
    AddTextComponentFloat: native(['float', 'int'], (call, value, decimals) =>
      add(call, '1', value.toFixed(Math.min(20, Math.max(0, decimals)))),
    ),
    AddTextEntry: native(['required', 'required'], (call, name, text) => addEntry(call, keyOf(name), text)),
    AddTextEntryByHash: native(['hash', 'required'], (call, key, text) => addEntry(call, key, text)),
    DoesTextLabelExist: native(['text'], (_, name) => label(name) !== null),
    GetLabelText: native(['text'], (_, name) => label(name) ?? 'NULL'),
    GetLengthOfLiteralString: native(['text?'], (_, text) => (text ?? '').length),
  };

  return {
    definitions,
    aliases: {
      AddTextComponentString: 'AddTextComponentSubstringPlayerName',
      AddTextComponentString2: 'AddTextComponentSubstringWebsite',
      AddTextComponentString3: 'AddTextComponentSubstringKeyboardDisplay',
      AddTextComponentItemString: 'AddTextComponentSubstringTextLabel',
    },
    label,
    add,
    begin: (kind) =>
      native(['text'], (call, name) => {
        if (open) call.problem('text', `${open.native} was not ended: its text is lost`);
        const template = label(name);
        if (template === null) call.problem('text', `label ${name} does not exist: the game shows NULL`);
        open = {
          kind,
          native: call.native,
          resource: call.resource,
          label: name,
          template: template ?? 'NULL',
          parts: { a: [], '1': [] },
          components: [],
        };
      }),
    end(call, kind) {
      const text = open;
      open = null;
      if (!text) {
        call.problem('text', 'no text was begun');
        return null;
      }
      if (text.kind !== kind) {
        call.problem('text', `ends a text begun by ${text.native}`);
        return null;
      }
      return { label: text.label, components: text.components, text: fill(text) };
    },
    onResourceStop(resource) {
      for (const [key, list] of entries) {
        const left = list.filter((entry) => entry.resource !== resource);
        if (left.length > 0) entries.set(key, left);
        else entries.delete(key);
      }
      if (open?.resource === resource) open = null;
    },
  };
}
