// Where the cards stand, chosen on a small screen.

import { ANCHORS, type Anchor } from '../../shared/screen.ts';
import { useScreen } from '../screen.ts';

interface AnchorPickerProps {
  readonly anchor: Anchor;
  readonly onChange: (anchor: Anchor) => void;
}

export function AnchorPicker({ anchor, onChange }: AnchorPickerProps) {
  const { translate } = useScreen().format;
  return (
    <fieldset class="field">
      <legend>{translate('ui.settings.anchor')}</legend>
      <div class="anchors">
        {ANCHORS.map((name) => (
          <input
            key={name}
            type="radio"
            name="anchor"
            value={name}
            checked={name === anchor}
            aria-label={translate(`ui.settings.anchor.${name}`)}
            title={translate(`ui.settings.anchor.${name}`)}
            onChange={() => onChange(name)}
          />
        ))}
      </div>
    </fieldset>
  );
}
