// The demo closes the loop: citizens call, officers answer with a key, the dispatcher works in the CAD, and every screen follows.

import { beforeEach, describe, expect, test } from '@jest/globals';
import { type DemoPage, eventually, useDemo } from './demo-page.ts';

const demo = useDemo({ address: '' });
let view: DemoPage;
beforeEach(() => {
  view = demo();
});

const press = (name: string) => view.page.getByRole('button', { name, exact: true }).click();
const pressed = (name: string) =>
  view.page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed');
const desk = async () => (await view.page.locator('#desk').allInnerTexts()).join();
const cardsOf = async (name: string) => {
  await view.lookAt(name);
  return (await view.nui.locator('.card').allInnerTexts()).join('|');
};
const says = (name: string, text: RegExp) =>
  eventually(async () => expect(await cardsOf(name)).toMatch(text));
const chat = async () => (await view.page.locator('#chat').allInnerTexts()).join();

/** Everybody is at work, and their pages are there. */
async function beginShift(): Promise<void> {
  for (const unit of ['DISP-1', '2-ADAM-14', 'E-61']) await press(`Log ${unit} in`);
  await eventually(async () => expect(Object.keys(await view.units())).toHaveLength(3));
  for (const name of ['Tom', 'Nora', 'Iris']) {
    await view.lookAt(name);
    await view.nui.locator('.column').waitFor({ state: 'attached' });
  }
}

test('a citizen calls, an officer answers with a key, the dispatcher sends another, all see the end', async () => {
  await beginShift();
  await view.lookAt('Nora');
  await view.say('911 A man with a crowbar is at my car');
  await eventually(async () => expect(await chat()).toContain('Your call was received.'));
  await eventually(async () => expect(await desk()).toMatch(/#1001[\s\S]*Nora/));
  await says('Tom', /#1001[\s\S]*A man with a crowbar is at my car/);

  await says('Iris', /#1001/);
  await view.pressKey('F10');
  await says('Iris', /#2001[\s\S]*You are attached[\s\S]*Sent to dispatch/);
  expect(await pressed('2-ADAM-14')).toBe('true');
  expect(await desk()).not.toContain('#1001');
  await says('Nora', /2-ADAM-14 is responding to your call/);

  await press('E-61');
  await says('Tom', /#2001[\s\S]*You are attached/);
  expect(await pressed('E-61')).toBe('true');
  await view.page.getByRole('textbox', { name: 'Note to #2001' }).fill('Caller hides in the house');
  await view.page.keyboard.press('Enter');
  await eventually(async () => expect((await view.calls()).join()).toContain('Caller hides in the house'));
  await view.page.getByRole('combobox', { name: 'Priority of #2001' }).selectOption('1');
  await says('Iris', /P1[\s\S]*#2001/);

  await press('Close #2001');
  await eventually(async () => {
    expect(await view.calls()).toEqual([]);
    expect(await desk()).toContain('No call.');
  });
  await says('Nora', /Your call was closed/);
});

describe('officers', () => {
  test('change their status and press panic, and the CAD knows', async () => {
    await beginShift();
    await view.lookAt('Iris');
    await view.say('cad status busy');
    const status = () => view.page.getByRole('combobox', { name: 'Status of 2-ADAM-14' }).inputValue();
    await eventually(async () => expect(await status()).toBe('1'));
    await view.pressKey('F11');
    await view.page.getByRole('button', { name: 'End panic of 2-ADAM-14' }).waitFor();
    await view.lookAt('Tom');
    await view.nui.locator('.panic').waitFor();
    await press('End panic of 2-ADAM-14');
    await view.nui.locator('.panic').waitFor({ state: 'detached' });
  });

  test('who are not logged in are told why nothing happens, and the call stays', async () => {
    await view.nui.locator('.column').waitFor({ state: 'attached' });
    await view.call911();
    await says('Iris', /#1001/);
    await view.pressKey('F10');
    await says('Iris', /#1001[\s\S]*You are not logged in to the CAD as a unit/);
    expect(await desk()).toContain('#1001');
  });
});

test('what the resource missed while it was stopped is there when it runs again', async () => {
  await beginShift();
  await view.call911();
  await eventually(async () => expect((await view.calls()).join()).toContain('#1001'));
  await press('Stop');
  await view.page.getByText('Resource stopped').waitFor();
  await press('Remove #1001');
  await view.call911();
  await press('Log E-61 out');
  await press('Start');
  await eventually(async () => {
    expect((await view.calls()).join('|')).toMatch(/^#1002/);
    expect(Object.keys(await view.units())).toEqual(['DISP-1', '2-ADAM-14']);
  });
});

test('starting over empties the CAD as well', async () => {
  await view.stepTo(5);
  await eventually(async () => expect(await desk()).toContain('#501'));
  await press('Start over');
  await eventually(async () => {
    expect(await desk()).toContain('No call.');
    expect(await view.units()).toEqual({});
    expect(await view.calls()).toEqual([]);
  });
  await view.page.getByRole('button', { name: 'Log 2-ADAM-14 in' }).waitFor();
});

test('while the API is down a call for help reaches the units, and an answer is refused with the reason', async () => {
  await beginShift();
  await view.page.getByRole('switch', { name: "The CAD's API answers" }).click();
  await view.page.getByText('API is down').waitFor();
  await view.lookAt('Nora');
  await view.say('911 A man with a crowbar is at my car');
  await eventually(async () =>
    expect(await chat()).toContain('Your call was received by the units on duty.'),
  );
  await says('Iris', /A man with a crowbar is at my car/);
  await view.pressKey('F10');
  await says('Iris', /Sonoran CAD has trouble of its own/);
  expect(await desk()).toContain('No call.');
});
