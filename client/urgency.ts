// How urgent a call is: what the owner's settings make of its priority.

import type { CallView } from '../shared/call.ts';
import type { ClientSettings, UrgencySettings } from '../shared/delivery.ts';
import { lookUp } from '../shared/look-up.ts';
import type { PriorityLook } from '../shared/screen.ts';

/** The settings for a call: by its priority, else by its kind. */
export function urgencyOf(call: CallView, { cards }: ClientSettings): UrgencySettings {
  const priority = call.priority === null ? '' : String(call.priority).trim().toLowerCase();
  const byPriority = lookUp(cards.priorities, priority);
  if (byPriority) return byPriority;
  if (call.stage === 'dispatch') return cards.other;
  return call.isEmergency ? cards.emergency : cards.civil;
}

/** The part of it that is seen. */
export function priorityLook(call: CallView, settings: ClientSettings): PriorityLook {
  const { level, label } = urgencyOf(call, settings);
  return { level, label };
}
