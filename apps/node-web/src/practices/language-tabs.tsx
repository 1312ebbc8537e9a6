import type { Language } from '@nmirf/contracts/languages/language';
import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import { PrintedLanguages } from '@nmirf/ui/language/printed-languages';
import { useFormats } from '@nmirf/ui/language/use-language';
import { Tabs } from '@nmirf/ui/page/tabs';
import { menuOrder } from '@nmirf/languages/languages';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { provenanceIn } from './record-texts.js';

interface LanguageTabsProperties {
  readonly record: PracticeDraftRecord;
  readonly language: Language;
  readonly onChange: (language: Language) => void;
  readonly children: ReactNode;
}

/** One tab for each language, with where its text comes from; the original is marked. */
export const LanguageTabs = ({ record, language, onChange, children }: LanguageTabsProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const note = (other: Language): string => {
    const provenance = provenanceIn(record, other);
    const from = provenance === undefined ? t('editor.notWritten') : t(`provenance.${provenance}`);
    return other === record.originalLanguage ? `${t('editor.originalTab')} · ${from}` : from;
  };
  return (
    <Tabs
      label={t('editor.languages')}
      tabs={menuOrder.map((other) => ({ value: other, label: formats.languageLabel(other), note: note(other) }))}
      chosen={language}
      onChange={onChange}
    >
      <PrintedLanguages chosen={language} written={menuOrder.filter((other) => provenanceIn(record, other) !== undefined)} />
      {children}
    </Tabs>
  );
};
