// Reads what is sent to the page: a message of the client script, or nothing.

import type { CallView, Note, Position } from '../shared/call.ts';
import {
  ANCHORS,
  type CallCard,
  DENSITIES,
  LIST_FILTERS,
  type ListFilter,
  type ListRow,
  type ListView,
  type MessageCard,
  type PanicBanner,
  PLAYER_ACTIONS,
  type PlayerSettings,
  type PriorityLook,
  type Response,
  type ScreenFrame,
  type ScreenMessage,
  type ScreenSetup,
  type StatusMenuView,
} from '../shared/screen.ts';
import type { UnitView } from '../shared/unit.ts';
import {
  anyOf,
  type Check,
  exactly,
  isFlag,
  isNumber,
  isObject,
  isText,
  listOf,
  nullOr,
  optional,
  recordOf,
  shape,
  within,
} from './checks.ts';

type Point = Pick<Position, 'x' | 'y'>;
type Failure = Extract<Response, { readonly state: 'failed' }>;
type Detail = NonNullable<ListView['detail']>;
type MessageOf<Type extends ScreenMessage['type']> = Extract<ScreenMessage, { readonly type: Type }>;

const DAY_MS = 86_400_000;
const MAX_TONE_SECONDS = 600;

const isShare = within(0, 1);
const isDuration = within(0, DAY_MS);
const isPoint = nullOr(shape<Point>({ x: isNumber, y: isNumber }));
const areActions = listOf(exactly(...PLAYER_ACTIONS));
const isTime = nullOr(shape<NonNullable<CallCard['time']>>({ left: isDuration, of: isDuration }));

const isUnit = shape<UnitView>({
  ident: isNumber,
  unitNum: isText,
  name: isText,
  department: isText,
  page: nullOr(isNumber),
  status: nullOr(isNumber),
  statusLabel: isText,
  isPanic: isFlag,
});

const isCall = shape<CallView>({
  key: isText,
  emergencyId: nullOr(isNumber),
  dispatchId: nullOr(isNumber),
  stage: exactly('911', 'dispatch', 'closed'),
  isEmergency: isFlag,
  title: isText,
  code: isText,
  description: isText,
  caller: isText,
  address: isText,
  postal: isText,
  block: isText,
  priority: nullOr(anyOf(isNumber, isText)),
  origin: nullOr(isNumber),
  status: nullOr(isNumber),
  primary: nullOr(isNumber),
  trackPrimary: isFlag,
  idents: listOf(isNumber),
  notes: listOf(shape<Note>({ time: isText, label: isText, type: isText, content: isText })),
  position: nullOr(
    shape<Position>({
      x: isNumber,
      y: isNumber,
      z: nullOr(isNumber),
      accuracy: exactly('exact', 'postal', 'caller'),
    }),
  ),
  openedAt: isNumber,
  updatedAt: isNumber,
  units: listOf(isUnit),
});

const isPriority = shape<PriorityLook>({
  level: exactly('low', 'normal', 'high', 'critical'),
  label: isText,
});

const isResponse = anyOf(
  shape<Pick<Response, 'state'>>({ state: exactly('none', 'pending', 'done') }),
  shape<Failure>({ state: exactly('failed'), reason: isText }),
);

const isCallCard = shape<CallCard>({
  kind: exactly('call'),
  id: isText,
  call: isCall,
  state: exactly('open', 'closed', 'detached'),
  priority: isPriority,
  isFocused: isFlag,
  isMine: isFlag,
  isRouted: isFlag,
  response: isResponse,
  pulse: isNumber,
  news: isText,
  time: isTime,
  actions: areActions,
});

const isMessageCard = shape<MessageCard>({
  kind: exactly('message'),
  id: isText,
  sign: exactly('info', 'pager', 'station', 'status', 'tone', 'success', 'warning'),
  title: isText,
  subtitle: isText,
  text: isText,
  isFocused: isFlag,
  time: isTime,
});

const isPanic = shape<PanicBanner>({
  ident: isNumber,
  unit: isText,
  place: isText,
  position: isPoint,
  isRouted: isFlag,
  isOwn: isFlag,
  actions: optional(areActions),
});

const isRow = shape<ListRow>({
  key: isText,
  number: nullOr(isNumber),
  stage: exactly('911', 'dispatch'),
  isEmergency: isFlag,
  code: isText,
  title: isText,
  place: isText,
  priority: isPriority,
  position: isPoint,
  openedAt: isNumber,
  units: isNumber,
  isMine: isFlag,
  isRouted: isFlag,
});

const isDetail = shape<Detail>({
  call: isCall,
  priority: isPriority,
  isMine: isFlag,
  isRouted: isFlag,
  response: isResponse,
  actions: areActions,
  note: nullOr(isResponse),
});

const isMenu = shape<StatusMenuView>({
  statuses: listOf(shape<StatusMenuView['statuses'][number]>({ index: isNumber, label: isText })),
  selected: isNumber,
});

const isCounts = shape<Record<ListFilter, number>>({
  all: isNumber,
  mine: isNumber,
  '911': isNumber,
  page: isNumber,
});

const isList = shape<ListView>({
  filter: exactly(...LIST_FILTERS),
  counts: isCounts,
  rows: listOf(isRow),
  before: isNumber,
  after: isNumber,
  selected: nullOr(isText),
  detail: nullOr(isDetail),
  hasCursor: isFlag,
  unit: nullOr(isUnit),
  menu: nullOr(isMenu),
  status: isResponse,
});

const isFrame = shape<ScreenFrame>({
  safeZone: within(0.5, 1),
  minimap: nullOr(
    shape<NonNullable<ScreenFrame['minimap']>>({
      left: isShare,
      top: isShare,
      width: isShare,
      height: isShare,
    }),
  ),
});

const isPlayer = shape<PlayerSettings>({
  anchor: exactly(...ANCHORS),
  scale: within(0.5, 2),
  density: exactly(...DENSITIES),
  volume: isShare,
  isMuted: isFlag,
  isPanicMuted: isFlag,
  reducedMotion: isFlag,
  notifier: isText,
});

const isSetup = shape<ScreenSetup>({
  texts: recordOf(isText),
  language: isText,
  distances: exactly('metric', 'imperial'),
  player: isPlayer,
  frame: isFrame,
  keys: recordOf(optional(isText)),
  notifiers: listOf(isText),
});

const MESSAGES: Readonly<Record<ScreenMessage['type'], Check>> = {
  setup: shape<MessageOf<'setup'>>({ type: isText, setup: isSetup }),
  cards: shape<MessageOf<'cards'>>({
    type: isText,
    cards: listOf(anyOf(isCallCard, isMessageCard)),
    more: isNumber,
  }),
  panics: shape<MessageOf<'panics'>>({ type: isText, panics: listOf(isPanic) }),
  list: shape<MessageOf<'list'>>({ type: isText, list: nullOr(isList), now: isNumber }),
  here: shape<MessageOf<'here'>>({ type: isText, x: isNumber, y: isNumber, heading: isNumber }),
  panel: shape<MessageOf<'panel'>>({ type: isText, isOpen: isFlag }),
  sound: anyOf(
    shape<Extract<MessageOf<'sound'>, { readonly sound: 'panic' }>>({
      type: isText,
      sound: exactly('panic'),
      volume: isShare,
    }),
    shape<Extract<MessageOf<'sound'>, { readonly sound: 'tone' }>>({
      type: isText,
      sound: exactly('tone'),
      url: isText,
      volume: isShare,
      seconds: within(0, MAX_TONE_SECONDS),
    }),
  ),
  silence: shape<MessageOf<'silence'>>({ type: isText }),
  hide: shape<MessageOf<'hide'>>({ type: isText, isHidden: isFlag }),
};

/** The message in `value`, or null: other resources and the game itself send to the page, too. */
export function readMessage(value: unknown): ScreenMessage | null {
  if (!isObject(value) || !Object.hasOwn(MESSAGES, String(value.type))) return null;
  const is = MESSAGES[value.type as ScreenMessage['type']];
  return is(value) ? (value as unknown as ScreenMessage) : null;
}
