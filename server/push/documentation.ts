// What docs/events.md says of each push event. Not part of the bundle: only `npm run gen` imports this.

import type { PushDefinition, PushDocumentation } from './definition.ts';
import {
  characterSelected,
  characterSelectedDocs,
  linkVerified,
  linkVerifiedDocs,
} from './events/accounts.ts';
import { pager, pagerDocs, stationAlert, stationAlertDocs, tone, toneDocs } from './events/alerts.ts';
import {
  unitAttached,
  unitAttachedDocs,
  unitCleared,
  unitClearedDocs,
  unitDetached,
  unitDetachedDocs,
} from './events/attachments.ts';
import {
  dispatchClosed,
  dispatchClosedDocs,
  dispatchEdit,
  dispatchEditDocs,
  dispatchNew,
  dispatchNewDocs,
  dispatchNote,
  dispatchNoteDocs,
} from './events/dispatch-calls.ts';
import {
  emergencyCall,
  emergencyCallDocs,
  emergencyRemoved,
  emergencyRemovedDocs,
} from './events/emergency-calls.ts';
import { legacyDispatch, legacyDispatchDocs } from './events/legacy-dispatch.ts';
import { logsRequested, logsRequestedDocs } from './events/maintenance.ts';
import {
  recordAdded,
  recordAddedDocs,
  recordEdited,
  recordEditedDocs,
  recordPrinted,
  recordPrintedDocs,
  recordRemoved,
  recordRemovedDocs,
} from './events/records.ts';
import {
  groupAdded,
  groupAddedDocs,
  groupRemoved,
  groupRemovedDocs,
  groupRenamed,
  groupRenamedDocs,
} from './events/unit-groups.ts';
import {
  unitLogin,
  unitLoginDocs,
  unitLogout,
  unitLogoutDocs,
  unitPanic,
  unitPanicDocs,
  unitStatus,
  unitStatusDocs,
  unitUpdate,
  unitUpdateDocs,
} from './events/units.ts';
import {
  bodycamToggled,
  bodycamToggledDocs,
  calloutAdded,
  calloutAddedDocs,
  streetSignUpdated,
  streetSignUpdatedDocs,
} from './events/world.ts';

/** In the order in which `docs/events.md` tells of them. */
export const pushDocumentation: ReadonlyMap<PushDefinition, PushDocumentation> = new Map<
  PushDefinition,
  PushDocumentation
>([
  [emergencyCall, emergencyCallDocs],
  [emergencyRemoved, emergencyRemovedDocs],
  [dispatchNew, dispatchNewDocs],
  [dispatchEdit, dispatchEditDocs],
  [dispatchClosed, dispatchClosedDocs],
  [dispatchNote, dispatchNoteDocs],
  [unitAttached, unitAttachedDocs],
  [unitDetached, unitDetachedDocs],
  [unitLogin, unitLoginDocs],
  [unitLogout, unitLogoutDocs],
  [unitStatus, unitStatusDocs],
  [unitUpdate, unitUpdateDocs],
  [unitPanic, unitPanicDocs],
  [groupAdded, groupAddedDocs],
  [groupRemoved, groupRemovedDocs],
  [groupRenamed, groupRenamedDocs],
  [tone, toneDocs],
  [stationAlert, stationAlertDocs],
  [pager, pagerDocs],
  [bodycamToggled, bodycamToggledDocs],
  [streetSignUpdated, streetSignUpdatedDocs],
  [calloutAdded, calloutAddedDocs],
  [recordAdded, recordAddedDocs],
  [recordEdited, recordEditedDocs],
  [recordRemoved, recordRemovedDocs],
  [recordPrinted, recordPrintedDocs],
  [characterSelected, characterSelectedDocs],
  [linkVerified, linkVerifiedDocs],
  [logsRequested, logsRequestedDocs],
  [legacyDispatch, legacyDispatchDocs],
  [unitCleared, unitClearedDocs],
]);
