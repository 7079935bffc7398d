// Cards to look at while the settings are open and nothing happens.

import type { Card, PlayerAction } from '../../shared/screen.ts';
import type { Format } from '../format.ts';

const ACTIONS: readonly PlayerAction[] = ['respond', 'route', 'dismiss'];

export function sampleCards({ translate }: Format, now: number): readonly Card[] {
  return [
    {
      kind: 'call',
      id: 'sample:call',
      call: {
        key: 'sample:call',
        emergencyId: null,
        dispatchId: 501,
        stage: 'dispatch',
        isEmergency: true,
        title: translate('ui.sample.title'),
        code: '10-31',
        description: translate('ui.sample.description'),
        caller: translate('ui.sample.caller'),
        address: translate('ui.sample.address'),
        postal: '8112',
        block: '',
        priority: 2,
        origin: null,
        status: null,
        primary: null,
        trackPrimary: false,
        idents: [],
        notes: [{ time: '16:03:02', label: 'DISP-1', type: 'text', content: translate('ui.sample.note') }],
        position: null,
        openedAt: now,
        updatedAt: now,
        units: [
          {
            ident: 1,
            unitNum: '1L-21',
            name: '',
            department: '',
            page: 0,
            status: 3,
            statusLabel: translate('ui.sample.status'),
            isPanic: false,
          },
        ],
      },
      state: 'open',
      priority: { level: 'high', label: 'P2' },
      isFocused: true,
      isMine: false,
      isRouted: false,
      response: { state: 'none' },
      pulse: 0,
      news: '',
      time: null,
      actions: ACTIONS,
    },
    {
      kind: 'message',
      id: 'sample:message',
      sign: 'pager',
      title: translate('ui.sample.pager'),
      subtitle: '',
      text: translate('ui.sample.page'),
      isFocused: false,
      time: null,
    },
  ];
}
