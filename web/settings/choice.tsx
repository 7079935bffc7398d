// One of a few.

interface ChoiceProps<Option extends string> {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: Option;
  readonly nameOf: (option: Option) => string;
  readonly onChange: (option: Option) => void;
}

/** More than these stand in columns. */
const FEW = 3;

export function Choice<Option extends string>(props: ChoiceProps<Option>) {
  return (
    <fieldset class="field">
      <legend>{props.label}</legend>
      <div class={props.options.length > FEW ? 'choice many' : 'choice'}>
        {props.options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={props.label}
              checked={option === props.value}
              onChange={() => props.onChange(option)}
            />
            <span class="isolate">{props.nameOf(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
