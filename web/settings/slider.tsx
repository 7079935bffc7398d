// A number between two ends.

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value in words. */
  readonly shown: string;
  /** While it moves. */
  readonly onInput: (value: number) => void;
  /** When it is let go. */
  readonly onChange?: (value: number) => void;
}

export function Slider({ label, value, min, max, step, shown, onInput, onChange }: SliderProps) {
  return (
    <label class="field slider">
      <span class="slider-label">
        {label}
        <b>{shown}</b>
      </span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
        onChange={(event) => onChange?.(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
