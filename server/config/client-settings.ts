// The part of the settings that game clients need, in the shape they get it. Nothing secret is among it.

import type { ClientSettings, UrgencySettings } from '../../shared/delivery.ts';
import { toNotifySettings } from './notify-config.ts';
import type { Config } from './schema.ts';

type Urgency = Config['cards']['other'];

const toUrgency = ({ level, label, seconds }: Urgency): UrgencySettings => ({
  level,
  label,
  ms: seconds * 1000,
});

const byName = <T, U>(entries: Readonly<Record<string, T>>, to: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name.trim().toLowerCase(), to(value)]));

export function toClientSettings(config: Config): ClientSettings {
  const { flashSeconds, fadeMinutes, ...blips } = config.blips;
  const { priorities, emergency, civil, other, messageSeconds, ...cards } = config.cards;
  return {
    blips: {
      ...blips,
      priorities: byName(blips.priorities, (touch) => touch),
      flashMs: flashSeconds * 1000,
      fadeMs: fadeMinutes * 60_000,
      estimateRadius: config.places.postalRadius,
    },
    cards: {
      ...cards,
      priorities: byName(priorities, toUrgency),
      emergency: toUrgency(emergency),
      civil: toUrgency(civil),
      other: toUrgency(other),
      messageMs: messageSeconds * 1000,
    },
    routes: config.routes,
    sounds: config.sounds,
    toneSeconds: config.tones.maxSeconds,
    keys: config.keys,
    commands: {
      ...config.commands,
      help: config.emergency.isEnabled ? config.emergency.lines.map(({ command }) => command) : [],
    },
    statusLabels: config.statusLabels,
    distances: config.distances,
    streetMs: config.unitLocations.isEnabled ? config.unitLocations.seconds * 1000 : 0,
    player: config.player,
    notify: toNotifySettings(config.notify),
  };
}
