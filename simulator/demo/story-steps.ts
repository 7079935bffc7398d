// The story that the recorded events tell in their order: what happens, and what to look at.

import type { Vector } from '../index.ts';
import type { StoryStep } from './views.ts';

/** A step, and what else comes with it in the demo. */
export interface Step extends StoryStep {
  /** It changes nothing that a player or the board shows. */
  readonly isQuiet?: true;
  /** Somebody drives off. */
  readonly drive?: { readonly player: number; readonly to: Vector };
}

/** In front of the house that the call is about. */
const SINNER_ST: Vector = [430.1, -970.2, 30.6];

const step = (name: string, title: string, watch: string): Step => ({ name, title, watch });
const quiet = (name: string, title: string, watch: string): Step => ({
  ...step(name, title, watch),
  isQuiet: true,
});
/** A step in which a player sets off to the scene. */
const drive = (player: number, to: Vector, told: Step): Step => ({ ...told, drive: { player, to } });

export const storySteps: readonly Step[] = [
  step(
    '01_unit_login_dispatcher',
    'Mara logs in as dispatcher',
    'The CAD knows her licence, so she is on duty. No permission is needed.',
  ),
  step(
    '02_unit_login',
    'Iris logs in as 2-ADAM-14',
    'A permission had put her on duty before. Now there are two reasons.',
  ),
  step('03_unit_login_apiids_only', 'Tom logs in as E-61', 'Found by his Steam id, and on duty from now on.'),
  step(
    '04_911_in_game',
    'Nora calls 911',
    'Everyone on duty is told and gets a blip. Nora is not on duty and gets nothing.',
  ),
  step(
    '05_dispatch_new_from_911',
    'Mara makes a dispatch call of it',
    '911 call #302 becomes call #501: still one call, and one blip.',
  ),
  step('06_remove_911', 'The CAD removes 911 call #302', 'Nothing is lost: it goes on as #501.'),
  step('07_unit_attach_single', 'Iris is attached to the call', 'She alone is told, and stands on the call.'),
  drive(
    1,
    SINNER_ST,
    step('08_unit_status', 'Iris is on her way', 'Her status changes, and she is told so.'),
  ),
  quiet(
    '09_unit_update',
    'The CAD repeats all it knows of her unit',
    'Nothing is new about it, so nobody is disturbed.',
  ),
  step(
    '10_dispatch_note',
    'Iris adds a note',
    'It is on the call for everyone to read. She wrote it and needs no alert.',
  ),
  drive(
    2,
    SINNER_ST,
    step(
      '11_dispatch_edit',
      'Mara changes the call',
      'Another address, another priority, and Tom is attached as well: he is told.',
    ),
  ),
  step(
    '12_unit_panic_on',
    'Iris presses her panic button',
    'Everyone on duty is told, and a blip shows where she is.',
  ),
  step('13_unit_panic_off', 'The panic is over', 'Everyone is told, and the blip goes.'),
  quiet(
    '14_toggle_bodycam_on',
    'Mara turns on the body camera of Iris',
    'For the resource that has body cameras. Nothing shows here.',
  ),
  step(
    '15_tone',
    'A tone for the call, for LSPD and for E-61',
    'Iris and Tom are on two of these lists each and hear it once.',
  ),
  quiet(
    '16_streetsign',
    'Street signs show AMBER ALERT',
    'For the resource that has street signs. Nothing shows here.',
  ),
  step('17_station_alert', 'Alarm at Fire Station 7', 'Only the fire brigade is told: Tom.'),
  step('18_pager_reborn', 'Tom is paged', 'A pager message reaches the units that it names.'),
  quiet('19_record_add', 'A citation is filed', 'Records are passed on to other resources.'),
  quiet('20_record_edit', 'The citation is corrected', 'The same.'),
  quiet('21_record_remove', 'The citation is removed', 'The same.'),
  step('22_group_add', 'Iris joins TASK FORCE 9', 'Tones and rules can name a group.'),
  step(
    '23_group_rename',
    'The group is TASK FORCE 10 now',
    'The event names Tom as well, so he is in it, too.',
  ),
  step('24_group_remove', 'Iris leaves the group', 'Tom stays.'),
  quiet('25_char_selected', 'Nora selects a character', 'Passed on to other resources.'),
  quiet('26_community_link_verified', 'Nora links her account', 'Passed on to other resources.'),
  quiet('27_new_callout_docs', 'A callout is made', 'For the resource that plays callouts.'),
  quiet('28_print_record', 'Iris prints a record', 'For the resource that has a printer.'),
  step('29_unit_detach_single', 'Iris is detached', 'She is told, and is no longer on the call.'),
  step(
    '30_dispatch_closed',
    'Mara closes the call',
    'Tom was still on it and is told. Its blip leaves every map.',
  ),
  step('31_unit_logout', 'Iris logs out', 'She is off the board. Her permission keeps her on duty.'),
  quiet('32_get_logs', 'The CAD asks for the logs', 'The end: no call, no blip, nothing is left behind.'),
];
