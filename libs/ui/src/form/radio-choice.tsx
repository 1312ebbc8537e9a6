import styles from './form.module.css';

interface RadioChoiceProperties<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value | undefined;
  readonly disabled?: boolean;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight. The browser's own radio buttons: arrow keys move between them. */
export const RadioChoice = <Value extends string>({ name, label, choices, chosen, disabled, onChange }: RadioChoiceProperties<Value>) => (
  <fieldset className={styles.radios} disabled={disabled === true}>
    <legend className={styles.hidden}>{label}</legend>
    {choices.map((choice) => (
      <label key={choice.value} data-chosen={choice.value === chosen}>
        <input
          type="radio"
          name={name}
          value={choice.value}
          checked={choice.value === chosen}
          onChange={() => {
            onChange(choice.value);
          }}
        />
        {choice.label}
      </label>
    ))}
  </fieldset>
);
