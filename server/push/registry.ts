// All push events that are understood.

import type { PushDefinition } from './definition.ts';
import { characterSelected, linkVerified } from './events/accounts.ts';
import { pager, stationAlert, tone } from './events/alerts.ts';
import { unitAttached, unitCleared, unitDetached } from './events/attachments.ts';
import { dispatchClosed, dispatchEdit, dispatchNew, dispatchNote } from './events/dispatch-calls.ts';
import { emergencyCall, emergencyRemoved } from './events/emergency-calls.ts';
import { legacyDispatch } from './events/legacy-dispatch.ts';
import { logsRequested } from './events/maintenance.ts';
import { recordAdded, recordEdited, recordPrinted, recordRemoved } from './events/records.ts';
import { groupAdded, groupRemoved, groupRenamed } from './events/unit-groups.ts';
import { unitLogin, unitLogout, unitPanic, unitStatus, unitUpdate } from './events/units.ts';
import { bodycamToggled, calloutAdded, streetSignUpdated } from './events/world.ts';

export const pushDefinitions: readonly PushDefinition[] = [
  emergencyCall,
  emergencyRemoved,
  dispatchNew,
  dispatchEdit,
  dispatchClosed,
  dispatchNote,
  unitAttached,
  unitDetached,
  unitLogin,
  unitLogout,
  unitStatus,
  unitUpdate,
  unitPanic,
  groupAdded,
  groupRemoved,
  groupRenamed,
  tone,
  stationAlert,
  pager,
  bodycamToggled,
  streetSignUpdated,
  calloutAdded,
  recordAdded,
  recordEdited,
  recordRemoved,
  recordPrinted,
  characterSelected,
  linkVerified,
  logsRequested,
  legacyDispatch,
  unitCleared,
];

const presentNames: ReadonlyMap<string, string> = new Map(
  pushDefinitions.flatMap(({ type, aliases }) => aliases.map((alias): [string, string] => [alias, type])),
);

/** The present name of an event type that the CAD used to send under another one; any other name as it is. */
export const presentName = (type: string): string => presentNames.get(type) ?? type;
