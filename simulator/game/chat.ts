// What the chat resource shows of the events it receives (ext/system-resources/resources/chat/cl_chat.lua).
import type { ChatLine, ChatSuggestion, GameContext } from './types.ts';

export interface Chat {
  readonly lines: ChatLine[];
  readonly suggestions: ReadonlyMap<string, ChatSuggestion>;
  onEvent(name: string, args: readonly unknown[]): void;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export function createChat({ host, now, changed }: GameContext): Chat {
  const lines: ChatLine[] = [];
  const suggestions = new Map<string, ChatSuggestion>();
  const complain = (message: string): void => host.problem('event', message, 'chat');

  const show = (fields: Fields): void => {
    const { args, color } = fields;
    if (!Array.isArray(args) || !args.every((arg) => typeof arg === 'string')) {
      complain('chat:addMessage: args must be an array of strings');
      return;
    }
    const isColour = Array.isArray(color) && color.length === 3 && color.every(Number.isFinite);
    if (color !== undefined && color !== null && !isColour)
      complain('chat:addMessage: color must be [r, g, b]');
    lines.push({
      author: args.length > 1 ? (args[0] ?? null) : null,
      text: args.at(-1) ?? '',
      args,
      color: isColour ? color : null,
      multiline: Boolean(fields.multiline),
      template: textOrNull(fields.template),
      templateId: textOrNull(fields.templateId),
      mode: textOrNull(fields.mode),
      at: now(),
    });
    changed();
  };

  const suggest = (name: unknown, help: unknown, params: unknown): void => {
    if (typeof name !== 'string') {
      complain('chat:addSuggestion: the name must be a string');
      return;
    }
    if (!name.startsWith('/'))
      complain(`chat:addSuggestion: ${name} shows for no command, it lacks the slash`);
    const list: unknown[] = Array.isArray(params) ? params : [];
    suggestions.set(name, {
      help: textOrNull(help) ?? '',
      params: list
        .filter(isFields)
        .map((param) => ({ name: textOrNull(param.name) ?? '', help: textOrNull(param.help) ?? '' })),
    });
    changed();
  };

  const events: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    'chat:addMessage'([message]) {
      if (typeof message === 'string') show({ args: [message] });
      else if (isFields(message)) show(message);
      else complain('chat:addMessage takes a string or an object');
    },
    chatMessage: ([author, color, text]) =>
      show({ args: author === '' ? [text] : [author, text], color, multiline: true }),
    '__cfx_internal:serverPrint': ([text]) =>
      show({ args: [text], templateId: 'print', multiline: true, mode: '_global' }),
    'chat:addSuggestion': ([name, help, params]) => suggest(name, help, params),
    'chat:addSuggestions'([list]) {
      for (const each of Array.isArray(list) ? list.filter(isFields) : [])
        suggest(each.name, each.help, each.params);
    },
    'chat:removeSuggestion'([name]) {
      if (typeof name === 'string' && suggestions.delete(name)) changed();
    },
    'chat:clear'() {
      lines.length = 0;
      changed();
    },
  };

  return {
    lines,
    suggestions,
    onEvent: (name, args) => events[name]?.(args),
  };
}
