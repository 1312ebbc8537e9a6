import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import { Button } from '@nmirf/ui/form/button';
import { ChoiceField, TextField } from '@nmirf/ui/form/fields';
import { FieldGrid, Rows } from '@nmirf/ui/form/rows';
import { bestText } from '@nmirf/ui/language/content-text';
import { PlottedResults } from '@nmirf/ui/library/plotted-results';
import { Card, Hint, Stack } from '@nmirf/ui/page/page';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn, withText } from './record-texts.js';
import type { SectionProperties } from './section.js';

type Result = PracticeDraftRecord['results'][number];
const units = ['count', 'percent', 'days', 'score'] as const;

interface NumberFieldProperties {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: number | undefined;
  readonly disabled: boolean;
  readonly error: string | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** A figure. A comma is read as a decimal point, as most of the network writes it; what is typed stays as typed. */
const NumberField = ({ value, onChange, ...field }: NumberFieldProperties) => {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  return (
    <TextField
      {...field}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const trimmed = text.trim();
        onChange(trimmed === '' ? undefined : Number(trimmed.replace(',', '.')));
      }}
    />
  );
};

const ResultFields = ({
  editor,
  readOnly,
  errorOf,
  result,
  index,
}: SectionProperties & { readonly result: Result; readonly index: number }) => {
  const { t } = useTranslation();
  const language = editor.record.originalLanguage;
  const set = (changes: Partial<Result>): void => {
    editor.change({ results: editor.record.results.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)) });
  };
  const id = (name: string): string => `result-${String(index)}-${name}`;
  const shared = { disabled: readOnly, error: undefined };
  return (
    <FieldGrid>
      <TextField
        id={id('indicator')}
        label={t('practice.indicator')}
        language={language}
        maxLength={300}
        disabled={readOnly}
        error={errorOf('results')}
        value={textIn(result.indicator, language)}
        onChange={(text) => {
          set({ indicator: withText(result.indicator, language, text) });
        }}
      />
      <ChoiceField
        id={id('unit')}
        label={t('editor.unit')}
        disabled={readOnly}
        choices={units.map((value) => ({ value, label: t(`unit.${value}`) }))}
        value={result.unit ?? 'count'}
        onChange={(value) => {
          set({ unit: units.find((unit) => unit === value) ?? 'count' });
        }}
      />
      <NumberField
        {...shared}
        id={id('before')}
        label={t('practice.before')}
        value={result.before}
        onChange={(before) => {
          set({ before });
        }}
      />
      <NumberField
        {...shared}
        id={id('after')}
        label={t('practice.after')}
        value={result.after}
        onChange={(after) => {
          set({ after });
        }}
      />
      <NumberField
        {...shared}
        id={id('year')}
        label={t('practice.year')}
        value={result.year}
        onChange={(year) => {
          set({ year });
        }}
      />
      {result.unit === 'percent' ? (
        <NumberField
          {...shared}
          id={id('denominator')}
          label={t('editor.denominator')}
          hint={t('editor.denominatorHint')}
          value={result.denominator}
          onChange={(denominator) => {
            set({ denominator });
          }}
        />
      ) : null}
    </FieldGrid>
  );
};

/** The figures as they are typed, drawn as the public will see them; what is not a figure yet is left out. */
const LivePlot = ({ record: { results, originalLanguage } }: { readonly record: PracticeDraftRecord }) => {
  const drawn = results.flatMap(({ indicator, unit = 'count', before, after }) =>
    after === undefined || Number.isNaN(after) || Number.isNaN(before) ? [] : [{ indicator, unit, before, after }],
  );
  return <PlottedResults results={drawn} pick={(texts) => bestText(texts, originalLanguage)} />;
};

/** What changed, in figures. */
export const ResultsSection = (section: SectionProperties) => {
  const { t } = useTranslation();
  const { editor, readOnly } = section;
  const { results } = editor.record;
  return (
    <Card title={t('practice.results')} id="results">
      <Stack>
        <Hint>{t('editor.resultsHint')}</Hint>
        <Rows
          rows={results}
          name={(index) => t('editor.result', { number: index + 1 })}
          editable={!readOnly}
          ordered
          onChange={(rows) => {
            editor.change({ results: rows });
          }}
          draw={(result, index) => <ResultFields {...section} result={result} index={index} />}
        />
        <LivePlot record={editor.record} />
        {readOnly ? null : (
          <div>
            <Button
              size="sm"
              icon={<IconPlus size={17} aria-hidden />}
              onClick={() => {
                editor.change({ results: [...results, { indicator: [], unit: 'count' }] });
              }}
            >
              {t('editor.addResult')}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  );
};
