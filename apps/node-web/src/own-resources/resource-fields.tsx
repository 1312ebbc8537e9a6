import type { Language } from '@nmirf/contracts/languages/language';
import { capacity, type Capacity } from '@nmirf/contracts/members/mechanism';
import type { ResourceRecord } from '@nmirf/contracts/resources/authoring';
import { licence, resourceKind } from '@nmirf/contracts/resources/resource';
import { menuOrder } from '@nmirf/languages/languages';
import { ChecksField, ChoiceField, LongTextField, TextField } from '@nmirf/ui/form/fields';
import { TermsField } from '@nmirf/ui/form/terms-field';
import { PrintedLanguages } from '@nmirf/ui/language/printed-languages';
import { useFormats } from '@nmirf/ui/language/use-language';
import { Card, Stack } from '@nmirf/ui/page/page';
import { Tabs } from '@nmirf/ui/page/tabs';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../editor/use-editor.js';
import { textIn, withText } from '../practices/record-texts.js';
import { AudienceField } from './audience-field.js';
import { FilesField } from './files-field.js';

export interface ResourceFieldsProperties {
  readonly record: ResourceRecord;
  readonly onChange: Editor<ResourceRecord>['change'];
  /** The language the texts are written in just now. */
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly disabled: boolean;
  readonly errorOf: (id: string) => string | undefined;
}

/** Title and one line, in each language in turn. */
const TextsCard = ({ record, onChange, language, onLanguage, disabled, errorOf }: ResourceFieldsProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const field = (name: 'title' | 'summary') => ({
    id: name,
    // What is missing is missing in the original.
    error: language === record.originalLanguage ? errorOf(name) : undefined,
    ...{ language, disabled, value: textIn(record[name], language) },
    onChange: (text: string) => {
      onChange((before) => ({ [name]: withText(before[name], language, text) }));
    },
  });
  return (
    <Card title={t('ownResources.texts')}>
      <Tabs
        label={t('editor.languages')}
        chosen={language}
        onChange={onLanguage}
        tabs={menuOrder.map((value) => ({
          value,
          label: formats.languageLabel(value),
          note: textIn(record.title, value) === '' ? t('editor.notWritten') : undefined,
        }))}
      >
        <PrintedLanguages chosen={language} written={menuOrder.filter((other) => textIn(record.title, other) !== '')} />
        <Stack tight>
          <TextField {...field('title')} label={t('editor.title')} maxLength={300} />
          <LongTextField {...field('summary')} label={t('ownResources.line')} hint={t('ownResources.lineHint')} limit={300} />
        </Stack>
      </Tabs>
    </Card>
  );
};

/** What it is, which languages it can be read in, what it serves and under which terms. */
const FactsCard = ({ record, onChange: set, disabled, errorOf }: ResourceFieldsProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Card title={t('editor.facts')}>
      <Stack>
        <ChoiceField
          id="kind"
          label={t('resources.facet.kind')}
          value={record.kind}
          disabled={disabled}
          choices={resourceKind.options.map((value) => ({ value, label: t(`resourceKind.${value}`) }))}
          onChange={(value) => {
            set({ kind: resourceKind.parse(value) });
          }}
        />
        <ChecksField
          id="languages"
          label={t('ownResources.readIn')}
          error={errorOf('languages')}
          disabled={disabled}
          choices={menuOrder.map((value) => ({ value, label: formats.languageLabel(value) }))}
          chosen={record.languages}
          onChange={(languages) => {
            set({ languages: languages as Language[] });
          }}
        />
        <TermsField
          id="themes"
          kind="theme"
          label={t('editor.themes')}
          hint={t('editor.terms')}
          maxLength={120}
          value={record.themes}
          disabled={disabled}
          onChange={(themes) => {
            set({ themes: [...themes] });
          }}
        />
        <ChecksField
          id="capacities"
          label={t('ownResources.capacities')}
          disabled={disabled}
          choices={capacity.options.map((value) => ({ value, label: t(`capacity.${value}`) }))}
          chosen={record.capacities}
          onChange={(capacities) => {
            set({ capacities: capacities as Capacity[] });
          }}
        />
        <ChecksField
          id="commitments"
          label={t('ownResources.commitments')}
          disabled={disabled}
          choices={[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ value: String(number), label: t(`commitment.${number}`) }))}
          chosen={record.commitments.map(String)}
          onChange={(commitments) => {
            set({ commitments: commitments.map(Number).sort((a, b) => a - b) });
          }}
        />
        <ChoiceField
          id="licence"
          label={t('resources.licence')}
          value={record.licence}
          disabled={disabled}
          choices={licence.options.map((value) => ({ value, label: t(`licence.${value.replaceAll('.', '-')}`) }))}
          onChange={(value) => {
            set({ licence: licence.parse(value) });
          }}
        />
      </Stack>
    </Card>
  );
};

/** Everything that is written of a resource. */
export const ResourceFields = (form: ResourceFieldsProperties) => {
  const { t } = useTranslation();
  const { record, onChange, disabled, errorOf } = form;
  return (
    <Stack>
      <TextsCard {...form} />
      <Card>
        <Stack tight>
          <FilesField
            files={record.files}
            disabled={disabled}
            error={errorOf('files')}
            onChange={(change) => {
              onChange((before) => ({ files: [...change(before.files)] }));
            }}
          />
          <TextField
            id="link"
            label={t('ownResources.link')}
            hint={t('ownResources.linkHint')}
            error={errorOf('link')}
            value={record.link ?? ''}
            maxLength={500}
            disabled={disabled}
            onChange={(link) => {
              onChange({ link });
            }}
          />
        </Stack>
      </Card>
      <AudienceField {...form} />
      <FactsCard {...form} />
    </Stack>
  );
};
