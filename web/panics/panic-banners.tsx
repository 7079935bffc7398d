// Units in panic, top centre, until somebody says that it is over.

import { useLayoutEffect } from 'preact/hooks';
import type { PanicBanner } from '../../shared/screen.ts';
import { MAX_BANNERS } from '../layout.ts';
import { Distance } from '../parts/distance.tsx';
import { Icon } from '../parts/icon.tsx';
import { Key } from '../parts/key-hints.tsx';
import { useEntrance } from '../parts/use-entrance.ts';
import { useScreen } from '../screen.ts';

interface PanicBannersProps {
  readonly panics: readonly PanicBanner[];
  /** Fraction of the screen's height. */
  readonly top: number;
}

export function PanicBanners({ panics, top }: PanicBannersProps) {
  const { format } = useScreen();
  if (panics.length === 0) return null;
  const hidden = panics.length - MAX_BANNERS;
  return (
    <section class="panics" style={{ top: `${top * 100}%` }} role="alert">
      {panics.slice(0, MAX_BANNERS).map((panic) => (
        <Banner key={panic.ident} panic={panic} />
      ))}
      {hidden > 0 && <p class="more">{format.translate('ui.panic.more', { count: format.count(hidden) })}</p>}
    </section>
  );
}

function Banner({ panic }: { readonly panic: PanicBanner }) {
  const { format, motion } = useScreen();
  const box = useEntrance<HTMLDivElement>('top');

  useLayoutEffect(() => {
    if (box.current) motion.pulse(box.current);
  }, []);

  return (
    <div class={`panic${panic.isOwn ? ' own' : ''}`} ref={box} data-panic={panic.ident}>
      <span class="panic-sign">
        <Icon name="siren" />
        <b>{format.translate('ui.panic')}</b>
      </span>
      <span class="panic-who">
        <b class="text">{panic.isOwn ? format.translate('ui.panic.own') : panic.unit}</b>
        <span class="text">{panic.place || format.translate('ui.place.unknown')}</span>
      </span>
      <Distance position={panic.isOwn ? null : panic.position} />
      <BannerActions panic={panic} />
    </div>
  );
}

function BannerActions({ panic }: { readonly panic: PanicBanner }) {
  const { format, keys, hasCursor, act } = useScreen();
  const { translate } = format;
  const ident = String(panic.ident);
  const route = translate(panic.isRouted ? 'ui.action.unroute' : 'ui.action.route');
  if (hasCursor) {
    return (
      <span class="panic-actions">
        {!panic.isOwn && panic.position && (
          <button type="button" class="hint" onClick={() => act('route-panic', ident)}>
            {route}
          </button>
        )}
        <button type="button" class="hint" onClick={() => act('dismiss-panic', ident)}>
          {translate('ui.action.dismiss')}
        </button>
      </span>
    );
  }
  const hinted = (panic.actions ?? []).filter((action) => keys[action]);
  return (
    <span class="panic-actions">
      {panic.isRouted && !hinted.includes('route') && <Icon name="route" />}
      {hinted.map((action) => (
        <span key={action} class="hint">
          <Key label={keys[action]} />
          {action === 'route' ? route : translate(`ui.action.${action}`)}
        </span>
      ))}
    </span>
  );
}
