// The player's settings. What is tried out is in force at once, around the panel; only "Done" keeps it.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { DENSITIES, type PlayerSettings } from '../../shared/screen.ts';
import { useScreen } from '../screen.ts';
import { AnchorPicker } from './anchor-picker.tsx';
import { Choice } from './choice.tsx';
import { Slider } from './slider.tsx';
import { Switch } from './switch.tsx';

interface SettingsPanelProps {
  readonly settings: PlayerSettings;
  /** Notifiers to choose from; none when the owner allows no choice. */
  readonly notifiers: readonly string[];
  readonly onChange: (settings: PlayerSettings) => void;
  /** Lets the player hear how loud it is. */
  readonly onTryVolume: (volume: number) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const AUTO = 'auto';
/** The others are names of resources. */
const NAMED: readonly string[] = [AUTO, 'cards', 'feed', 'chat', 'custom'];

export function SettingsPanel(props: SettingsPanelProps) {
  const { settings, notifiers, onChange } = props;
  const { format } = useScreen();
  const { translate } = format;
  const panel = useRef<HTMLElement>(null);
  const set = (change: Partial<PlayerSettings>) => onChange({ ...settings, ...change });
  const notifierName = (name: string) =>
    NAMED.includes(name) ? translate(`ui.settings.notifier.${name}`) : name;

  // The keyboard starts where the eye does.
  useLayoutEffect(() => panel.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);

  return (
    // The page grows and shrinks with the setting that is being changed here, but what is held with the mouse must not.
    <section
      ref={panel}
      class="settings"
      role="dialog"
      aria-label={translate('ui.settings')}
      style={{ zoom: String(1 / settings.scale) }}
    >
      <h2>{translate('ui.settings')}</h2>
      <div class="settings-columns">
        <div>
          <AnchorPicker anchor={settings.anchor} onChange={(anchor) => set({ anchor })} />
          <Slider
            label={translate('ui.settings.scale')}
            value={settings.scale}
            min={0.7}
            max={1.6}
            step={0.05}
            shown={format.percent(settings.scale)}
            onInput={(scale) => set({ scale })}
          />
          <Choice
            label={translate('ui.settings.density')}
            options={DENSITIES}
            value={settings.density}
            nameOf={(density) => translate(`ui.settings.density.${density}`)}
            onChange={(density) => set({ density })}
          />
        </div>
        <div>
          <Slider
            label={translate('ui.settings.volume')}
            value={settings.volume}
            min={0}
            max={1}
            step={0.05}
            shown={format.percent(settings.volume)}
            onInput={(volume) => set({ volume })}
            onChange={props.onTryVolume}
          />
          <Switch
            label={translate('ui.settings.mute')}
            isOn={settings.isMuted}
            onChange={(isMuted) => set({ isMuted })}
          />
          <Switch
            label={translate('ui.settings.mute-panic')}
            isOn={settings.isPanicMuted}
            onChange={(isPanicMuted) => set({ isPanicMuted })}
          />
          <Switch
            label={translate('ui.settings.reduced-motion')}
            isOn={settings.reducedMotion}
            onChange={(reducedMotion) => set({ reducedMotion })}
          />
          {notifiers.length > 0 && (
            <Choice
              label={translate('ui.settings.notifier')}
              options={[AUTO, ...notifiers.filter((name) => name !== AUTO)]}
              value={settings.notifier}
              nameOf={notifierName}
              onChange={(notifier) => set({ notifier })}
            />
          )}
        </div>
      </div>
      <footer>
        <button type="button" class="plain" onClick={props.onCancel}>
          {translate('ui.settings.cancel')}
        </button>
        <button type="button" class="primary" onClick={props.onDone}>
          {translate('ui.settings.done')}
        </button>
      </footer>
    </section>
  );
}
