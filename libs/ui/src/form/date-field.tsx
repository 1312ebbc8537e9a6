import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import styles from './form.module.css';

interface DateFieldProperties {
  /** Of the field for the day, which the group is known by. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** An ISO date; nothing while there is none. */
  readonly value: string | undefined;
  /** Nothing while what stands in the three fields is no date. */
  readonly onChange: (value: string | undefined) => void;
  readonly disabled?: boolean;
}

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const partsOf = (iso: string | undefined): Parts => {
  const [year = '', month = '', day = ''] = iso?.split('-') ?? [];
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
};

/** The date three numbers make, if there is such a day. */
const dateOf = ({ day, month, year }: Parts): string | undefined => {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = /^[12]\d{3}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
};

const digits = (text: string): string => text.replaceAll(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))).replaceAll(/\D/g, '');

/** A date to be typed: day, month by its name, year. The browser's own field would speak the browser's language and direction. */
export const DateField = ({ id, label, hint, error, value, onChange, disabled }: DateFieldProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const [parts, setParts] = useState(partsOf(value));
  const [left, setLeft] = useState(false);
  useEffect(() => {
    setParts((typed) => (dateOf(typed) === value ? typed : partsOf(value)));
  }, [value]);
  const change = (part: keyof Parts, text: string): void => {
    const next: Parts = { ...parts, [part]: digits(text) };
    setParts(next);
    const date = dateOf(next);
    if (date !== value) onChange(date);
  };
  const isHalf = left && dateOf(parts) === undefined && Object.values(parts).some((part) => part !== '');
  const wrong = isHalf ? t('form.noDate') : error;
  const shared = { size: 'md', disabled: disabled === true, error: wrong !== undefined } as const;
  return (
    <fieldset
      className={styles.date}
      {...(wrong === undefined ? {} : { 'aria-describedby': `${id}-error` })}
      onFocus={() => {
        setLeft(false);
      }}
      onBlur={(event) => {
        setLeft(!event.currentTarget.contains(event.relatedTarget));
      }}
    >
      <legend>{label}</legend>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      <div className={styles.dateParts}>
        <TextInput
          {...shared}
          id={id}
          label={t('form.day')}
          inputMode="numeric"
          maxLength={2}
          value={parts.day}
          onChange={(event) => change('day', event.currentTarget.value)}
        />
        <NativeSelect
          {...shared}
          id={`${id}-month`}
          label={t('form.month')}
          data={[{ value: '', label: '' }, ...formats.months.map((name, index) => ({ value: String(index + 1), label: name }))]}
          value={parts.month}
          onChange={(event) => change('month', event.currentTarget.value)}
        />
        <TextInput
          {...shared}
          id={`${id}-year`}
          label={t('form.year')}
          inputMode="numeric"
          maxLength={4}
          value={parts.year}
          onChange={(event) => change('year', event.currentTarget.value)}
        />
      </div>
      {wrong === undefined ? null : (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
};
