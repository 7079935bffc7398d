// What has become of the player's answer to a call.

import type { Response } from '../../shared/screen.ts';
import { useScreen } from '../screen.ts';
import { Icon, type IconName } from './icon.tsx';

const ICONS = { pending: 'wait', done: 'check', failed: 'cross' } as const satisfies Record<string, IconName>;

export function ResponseLine({ response }: { readonly response: Response }) {
  const { translate } = useScreen().format;
  if (response.state === 'none') return null;
  const values = response.state === 'failed' ? { reason: response.reason } : {};
  return (
    <p class={`response ${response.state}`} role="status">
      <Icon name={ICONS[response.state]} />
      <span class="text">{translate(`ui.response.${response.state}`, values)}</span>
    </p>
  );
}
