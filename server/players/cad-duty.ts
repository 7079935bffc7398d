// On duty by the CAD: players who are logged in to it as a unit or as a dispatcher.

import { createDutyNotices, type DutyNotice, type DutySource } from './duty-source.ts';
import type { Matching } from './matching.ts';

/** Says at once when the unit of a player comes or goes, which it is told by `tell`. */
export function createCadDuty(
  matching: Pick<Matching, 'unitsOf' | 'candidatesOf' | 'playerOf'>,
): DutySource & { readonly tell: DutyNotice } {
  return {
    ...createDutyNotices(),
    name: 'cad',
    isOnDuty: (player) => matching.unitsOf(player).length > 0,
    explain(player) {
      const idents = matching.unitsOf(player);
      if (idents.length > 0) return `logged in to the CAD as ident ${idents.join(', ')}`;
      const [ident] = matching.candidatesOf(player);
      return ident === undefined
        ? 'no unit in the CAD has an identifier of this player'
        : `ident ${ident} has an identifier of this player, but is player ${matching.playerOf(ident)}, who has one, too`;
    },
  };
}
