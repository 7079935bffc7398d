// The units on a call with what they are doing, as many as there is room for.

import { type UnitView, unitLabel } from '../../shared/unit.ts';
import { useScreen } from '../screen.ts';
import { Icon } from './icon.tsx';

interface UnitChipsProps {
  readonly units: readonly UnitView[];
  /** Ident of the primary unit: it comes first. */
  readonly primary: number | null;
  readonly max: number;
}

export function UnitChips({ units, primary, max }: UnitChipsProps) {
  const { translate, count } = useScreen().format;
  if (units.length === 0) return null;
  const ordered = [...units].sort((a, b) => Number(b.ident === primary) - Number(a.ident === primary));
  // The count of the others takes the place of one.
  const shown = ordered.slice(0, units.length > max ? max - 1 : max);
  const hidden = units.length - shown.length;
  return (
    <ul class="units" aria-label={translate('ui.units')}>
      {shown.map((unit) => (
        <li key={unit.ident} class={unit.isPanic ? 'unit in-panic' : 'unit'}>
          {unit.isPanic && <Icon name="siren" />}
          <b class="isolate">{unitLabel(unit)}</b>
          <span class="isolate">{unit.isPanic ? translate('ui.panic') : unit.statusLabel}</span>
        </li>
      ))}
      {hidden > 0 && <li class="unit rest">{translate('ui.units.more', { count: count(hidden) })}</li>}
    </ul>
  );
}
