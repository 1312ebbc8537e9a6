import { capacity } from '@nmirf/contracts/members/mechanism';
import { languages } from '@nmirf/contracts/languages/language';
import { institutionType, practiceStage, practiceType } from '@nmirf/contracts/practices/summary';
import { countryCodes } from '@nmirf/languages/country-names';
import { Button } from '@nmirf/ui/form/button';
import { DateField } from '@nmirf/ui/form/date-field';
import { ChecksField, ChoiceField, TextField } from '@nmirf/ui/form/fields';
import { FieldGrid, Rows } from '@nmirf/ui/form/rows';
import { TermsField } from '@nmirf/ui/form/terms-field';
import { useFormats } from '@nmirf/ui/language/use-language';
import { Card, Stack } from '@nmirf/ui/page/page';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SectionProperties } from './section.js';

type TermsOf = 'themes' | 'bodies' | 'affectedPersons';
const kinds = { themes: 'theme', bodies: 'body', affectedPersons: 'group' } as const;
const longest = { themes: 120, bodies: 60, affectedPersons: 120 } as const;

const Terms = ({ editor, readOnly, errorOf, field }: SectionProperties & { readonly field: TermsOf }) => {
  const { t } = useTranslation();
  return (
    <TermsField
      id={field}
      kind={kinds[field]}
      label={t(`editor.${field}`)}
      hint={t('editor.terms')}
      disabled={readOnly}
      error={errorOf(field)}
      maxLength={longest[field]}
      value={editor.record[field]}
      onChange={(terms) => {
        editor.change({ [field]: [...terms] });
      }}
    />
  );
};

const Institutions = ({ editor, readOnly, errorOf }: SectionProperties) => {
  const { t } = useTranslation();
  const { institutions } = editor.record;
  if (readOnly && institutions.length === 0) return null;
  const set = (index: number, changes: Partial<(typeof institutions)[number]>): void => {
    editor.change({ institutions: institutions.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)) });
  };
  return (
    <div id="institutions" tabIndex={-1}>
      <Stack>
        <h3>{t('editor.institutions')}</h3>
        <Rows
          rows={institutions}
          name={(index) => t('editor.institution', { number: index + 1 })}
          editable={!readOnly}
          onChange={(rows) => {
            editor.change({ institutions: rows });
          }}
          draw={(entry, index) => (
            <FieldGrid>
              <TextField
                id={`institution-${String(index)}-name`}
                label={t('editor.institutionName')}
                hint={t('editor.staysHere')}
                maxLength={300}
                disabled={readOnly}
                error={errorOf('institutions')}
                value={entry.name}
                onChange={(name) => {
                  set(index, { name });
                }}
              />
              <ChoiceField
                id={`institution-${String(index)}-type`}
                label={t('editor.institutionType')}
                hint={t('editor.published')}
                disabled={readOnly}
                choices={[
                  { value: '', label: t('editor.choose') },
                  ...institutionType.options.map((value) => ({ value, label: t(`institution.${value}`) })),
                ]}
                value={entry.type ?? ''}
                onChange={(value) => {
                  set(index, { type: institutionType.safeParse(value).data });
                }}
              />
            </FieldGrid>
          )}
        />
        {readOnly ? null : (
          <div>
            <Button
              size="sm"
              icon={<IconPlus size={17} aria-hidden />}
              onClick={() => {
                editor.change({ institutions: [...institutions, { name: '' }] });
              }}
            >
              {t('editor.addInstitution')}
            </Button>
          </div>
        )}
      </Stack>
    </div>
  );
};

const sdgs = Array.from({ length: 17 }, (_, index) => index + 1);

/** What classes the practice, so that others find it. */
export const FactsSection = (section: SectionProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { editor, readOnly, errorOf } = section;
  const { record, change } = editor;
  const unset = { value: '', label: t('editor.choose') };
  return (
    <Card title={t('editor.facts')}>
      <Stack>
        <FieldGrid>
          <ChoiceField
            id="originalLanguage"
            label={t('practice.original')}
            disabled={readOnly}
            choices={languages.map((value) => ({ value, label: formats.languageLabel(value) }))}
            value={record.originalLanguage}
            onChange={(value) => {
              change({ originalLanguage: languages.find((language) => language === value) ?? record.originalLanguage });
            }}
          />
          <ChoiceField
            id="country"
            label={t('practice.country')}
            disabled={readOnly}
            error={errorOf('country')}
            choices={[
              unset,
              ...countryCodes.map((value) => ({ value, label: formats.country(value) })).sort((a, b) => formats.compare(a.label, b.label)),
            ]}
            value={record.country}
            onChange={(country) => {
              change({ country });
            }}
          />
          <ChoiceField
            id="attribution"
            label={t('editor.attribution')}
            hint={t(record.attribution === 'region' ? 'editor.attributionRegionHint' : 'editor.attributionMechanismHint')}
            disabled={readOnly}
            choices={[
              { value: 'mechanism', label: t('editor.attributionMechanism') },
              { value: 'region', label: t('editor.attributionRegion') },
            ]}
            value={record.attribution}
            onChange={(value) => {
              change({ attribution: value === 'region' ? 'region' : 'mechanism' });
            }}
          />
          <ChoiceField
            id="type"
            label={t('practice.type')}
            disabled={readOnly}
            error={errorOf('type')}
            choices={[unset, ...practiceType.options.map((value) => ({ value, label: t(`practiceType.${value}`) }))]}
            value={record.type ?? ''}
            onChange={(value) => {
              change({ type: practiceType.safeParse(value).data });
            }}
          />
          <ChoiceField
            id="stage"
            label={t('practice.stage')}
            disabled={readOnly}
            error={errorOf('stage')}
            choices={[unset, ...practiceStage.options.map((value) => ({ value, label: t(`practiceStage.${value}`) }))]}
            value={record.stage ?? ''}
            onChange={(value) => {
              change({ stage: practiceStage.safeParse(value).data });
            }}
          />
          <DateField
            id="from"
            label={t('editor.from')}
            hint={t('editor.yearOnly')}
            disabled={readOnly}
            error={errorOf('from')}
            value={record.from}
            onChange={(from) => {
              change({ from });
            }}
          />
          <DateField
            id="to"
            label={t('editor.to')}
            hint={t('editor.toHint')}
            disabled={readOnly}
            error={errorOf('to')}
            value={record.to}
            onChange={(to) => {
              change({ to });
            }}
          />
        </FieldGrid>
        <ChecksField
          id="capacities"
          label={t('practice.capacities')}
          disabled={readOnly}
          choices={capacity.options.map((value) => ({ value, label: t(`capacity.${value}`) }))}
          chosen={record.capacities}
          onChange={(chosen) => {
            change({ capacities: capacity.options.filter((value) => chosen.includes(value)) });
          }}
        />
        <FieldGrid>
          <Terms {...section} field="themes" />
          <Terms {...section} field="affectedPersons" />
          <Terms {...section} field="bodies" />
        </FieldGrid>
        <ChecksField
          id="sdgs"
          label={t('practice.goals')}
          disabled={readOnly}
          choices={sdgs.map((value) => ({ value: String(value), label: `${formats.number(value)} · ${t(`sdg.${String(value)}`)}` }))}
          chosen={record.sdgs.map(String)}
          onChange={(chosen) => {
            change({ sdgs: sdgs.filter((value) => chosen.includes(String(value))) });
          }}
        />
        <Institutions {...section} />
      </Stack>
    </Card>
  );
};
