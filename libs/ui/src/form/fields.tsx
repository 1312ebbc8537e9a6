import { Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { Language } from '@nmirf/contracts/languages/language';
import { directionOf } from '@nmirf/languages/languages';
import { useTranslation } from 'react-i18next';
import styles from './form.module.css';

interface FieldProperties {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

interface TextFieldProperties extends FieldProperties {
  /** The language of what is written: it decides the direction, also while the field is empty. */
  readonly language?: Language;
  readonly maxLength?: number;
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'date';
  readonly autoComplete?: string;
}

/** Nothing yet, or one number: read the same in both directions, it stands at the edge where the page begins. */
const eitherWay = /^[\d٠-٩.,/%]*$/;

/** Mantine would set `lang` and `dir` on the wrapper, which leaves Arabic at the wrong edge. */
const written = (language: Language | undefined, type: TextFieldProperties['type'], value: string) => {
  if (language !== undefined) return { attributes: { input: { lang: language, dir: directionOf(language) } } };
  if (type === 'email' || type === 'tel') return { attributes: { input: { dir: 'ltr' } } };
  // With `auto` these would start at the left in Arabic too.
  return type === 'date' || eitherWay.test(value) ? {} : { attributes: { input: { dir: 'auto' } } };
};

const shared = ({ id, label, hint, error, value, required, disabled }: FieldProperties) => ({
  id,
  label,
  value,
  size: 'md' as const,
  ...(hint === undefined ? {} : { description: hint }),
  ...(error === undefined ? {} : { error }),
  required: required === true,
  withAsterisk: false,
  disabled: disabled === true,
});

export const TextField = ({ language, maxLength, type = 'text', autoComplete, ...field }: TextFieldProperties) => (
  <TextInput
    {...shared(field)}
    {...written(language, type, field.value)}
    type={type}
    {...(maxLength === undefined ? {} : { maxLength })}
    {...(autoComplete === undefined ? {} : { autoComplete })}
    onChange={(event) => {
      field.onChange(event.currentTarget.value);
    }}
  />
);

export const PasswordField = ({ autoComplete, ...field }: TextFieldProperties) => {
  const { t } = useTranslation();
  return (
    <PasswordInput
      {...shared(field)}
      {...(autoComplete === undefined ? {} : { autoComplete })}
      visibilityToggleButtonProps={{ 'aria-label': t('form.showPassword'), tabIndex: 0 }}
      onChange={(event) => {
        field.onChange(event.currentTarget.value);
      }}
    />
  );
};

/** Several lines. With `limit`, what the public will read is counted while it is written; more is never cut off. */
export const LongTextField = ({ language, limit, ...field }: TextFieldProperties & { readonly limit?: number }) => {
  const { t } = useTranslation();
  const left = limit === undefined ? undefined : limit - field.value.length;
  return (
    <div className={styles.field}>
      <Textarea
        {...shared(field)}
        {...written(language, undefined, field.value)}
        onChange={(event) => {
          field.onChange(event.currentTarget.value);
        }}
      />
      {left === undefined ? null : (
        <p className={styles.count} data-over={left < 0}>
          {left < 0 ? t('form.over', { count: -left }) : t('form.left', { count: left })}
        </p>
      )}
    </div>
  );
};

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What choosing it means, where that is not plain. */
  readonly hint?: string;
}

/** One of a few. The browser's own control: it is known to every reader and works before anything else does. */
export const ChoiceField = ({ choices, ...field }: FieldProperties & { readonly choices: readonly Choice[] }) => (
  <NativeSelect
    {...shared(field)}
    data={choices.map(({ value, label }) => ({ value, label }))}
    onChange={(event) => {
      field.onChange(event.currentTarget.value);
    }}
  />
);

interface ChecksFieldProperties {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly disabled?: boolean;
}

/** Any of a few. */
export const ChecksField = ({ id, label, hint, error, choices, chosen, onChange, disabled }: ChecksFieldProperties) => (
  <fieldset
    id={id}
    className={styles.checks}
    disabled={disabled === true}
    tabIndex={-1}
    {...(error === undefined ? {} : { 'aria-describedby': `${id}-error` })}
  >
    <legend>{label}</legend>
    {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
    {error === undefined ? null : (
      <p id={`${id}-error`} className={styles.error}>
        {error}
      </p>
    )}
    <div className={styles.checkList}>
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          size="sm"
          label={choice.label}
          {...(choice.hint === undefined ? {} : { description: choice.hint })}
          checked={chosen.includes(choice.value)}
          onChange={(event) => {
            const rest = chosen.filter((value) => value !== choice.value);
            onChange(event.currentTarget.checked ? [...rest, choice.value] : rest);
          }}
        />
      ))}
    </div>
  </fieldset>
);
