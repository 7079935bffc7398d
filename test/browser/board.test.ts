// What the demo's page shows of units, calls and duty.

import { describe, expect, test } from '@jest/globals';
import { eventually, useDemo } from './demo-page.ts';

const IRIS = 1;
const TOM = 2;
const KEY = 'TEST-API-KEY-0000';
const demo = useDemo();

const unitLogin = (data: object) => ({
  key: KEY,
  type: 'EVENT_UNIT_LOGIN',
  data: { unit: { id: 77, status: 2, isPanic: false, data }, isDispatch: false },
});

describe('units', () => {
  test('with status, department, page, panic and the player', async () => {
    const { units, stepTo } = demo();
    await stepTo(3);
    await eventually(async () => {
      const shown = await units();
      expect(shown['DISP-1']).toMatch(/Mara Quill\s+AVAILABLE\s+LSCC · Dispatcher\s+Mara/);
      expect(shown['2-ADAM-14']).toMatch(/Iris Dale\s+AVAILABLE\s+LSPD · Police\s+Iris/);
      expect(shown['E-61']).toMatch(/Tom Vance\s+AVAILABLE\s+LSFD · Fire · LADDER 61\s+Tom/);
    });
    await stepTo(12);
    await eventually(async () => {
      const shown = await units();
      expect(shown['2-ADAM-14']).toMatch(/PANIC\s+ENROUTE/);
      expect(shown['E-61']).not.toContain('PANIC');
    });
  });

  test('of somebody who is not in the game', async () => {
    const { send, units } = demo();
    await send(unitLogin({ unitNum: 'K-9', name: 'Rex', department: 'LSPD', page: 0 }));
    await eventually(async () => expect((await units())['K-9']).toMatch(/LSPD · Police\s+not in game/));
  });
});

describe('calls', () => {
  test('with number, place, priority, attached units and notes', async () => {
    const { calls, stepTo } = demo();
    await stepTo(11);
    await eventually(async () => {
      const [call = '', ...others] = await calls();
      expect(others).toEqual([]);
      expect(call).toMatch(/#501\s+Dispatch\s+Priority 2\s+10-31 Burglary in progress/);
      expect(call).toMatch(/Sinner St 40, postal 8113\s+2-ADAM-14\s+E-61/);
      expect(call).toMatch(/16:03:02\s*DISP-1\s*Caller on line/);
      expect(call).toMatch(/16:05:41\s*2-ADAM-14\s*Suspect vehicle is a black Baller, 50% plate: 88A/);
    });
  });

  test('the newest first, with who calls', async () => {
    const { call911, calls } = demo();
    await call911();
    await eventually(async () => expect(await calls()).toHaveLength(1));
    await call911();
    await eventually(async () => {
      const [newest = '', oldest = ''] = await calls();
      expect(newest).toMatch(/#1002\s+911\s+The bank alarm .*\s+June Albrecht, Paleto Blvd/);
      expect(oldest).toContain('#1001');
    });
  });
});

test('hostile text is text on the board, too', async () => {
  const { send, page, units, calls } = demo();
  const hostile = '<img src=x onerror=alert(1)>';
  await send(unitLogin({ unitNum: hostile, name: hostile, department: hostile }));
  const note = { time: hostile, label: hostile, type: 'text', content: hostile };
  const dispatch = { callId: 9, title: hostile, address: hostile, notes: [note], idents: [77] };
  await send({ key: KEY, type: 'EVENT_DISPATCH_NEW', data: { dispatch } });
  await eventually(async () => {
    expect(Object.values(await units()).join()).toContain(hostile);
    expect((await calls()).join()).toContain(hostile);
  });
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

describe('why somebody is on duty', () => {
  const why = (player: number) => demo().card(player).locator('.why');

  test('follows the log-in and the permission', async () => {
    const { stepTo, switchDuty } = demo();
    const summary = why(TOM).locator('summary');
    const says = (text: string) => eventually(async () => expect(await summary.textContent()).toBe(text));
    await says('Off duty: cad, job, ace, export all say no');
    await stepTo(3);
    await says('On duty because of cad');
    await switchDuty(TOM);
    await says('On duty because of cad and ace');
  });

  test('has the words of every source, opened with the keyboard', async () => {
    const { page, stepTo } = demo();
    await stepTo(2);
    await why(IRIS).locator('summary').focus();
    await page.keyboard.press('Enter');
    await eventually(async () => {
      const lines = await why(IRIS).locator('li').allInnerTexts();
      expect(lines).toContain('cad: on duty (logged in to the CAD as ident 12)');
      expect(lines).toContain('ace: on duty (has sonorancad.duty)');
      expect(lines).toHaveLength(4);
    });
  });
});
