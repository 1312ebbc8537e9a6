import type { Language } from '@nmirf/contracts/languages/language';
import { Button } from '@nmirf/ui/form/button';
import { LongTextField, TextField } from '@nmirf/ui/form/fields';
import { FieldProblem, Rows } from '@nmirf/ui/form/rows';
import { Card, Hint, Stack } from '@nmirf/ui/page/page';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LanguageTabs } from './language-tabs.js';
import { emptyBlock, textIn, withText, type Block } from './record-texts.js';
import type { SectionProperties } from './section.js';

/** Lengths of the public summary (contracts, `practiceSummary`): more may be written, but would not be released. */
const limits = { title: 120, summary: 1_200, blockTitle: 120, block: 600 } as const;

interface BlocksProperties extends SectionProperties {
  readonly language: Language;
}

const Blocks = ({ editor, language, readOnly, errorOf }: BlocksProperties) => {
  const { t } = useTranslation();
  const { buildingBlocks } = editor.record;
  const set = (index: number, changes: Partial<Block>): void => {
    editor.change({ buildingBlocks: buildingBlocks.map((block, at) => (at === index ? { ...block, ...changes } : block)) });
  };
  const error = errorOf('buildingBlocks');
  return (
    <Stack>
      <h3 id="buildingBlocks" tabIndex={-1}>
        {t('editor.buildingBlocks')}
      </h3>
      {error === undefined ? null : <FieldProblem text={error} />}
      <Hint>{t('editor.buildingBlocksHint')}</Hint>
      <Rows
        rows={buildingBlocks}
        name={(index) => t('editor.block', { number: index + 1 })}
        editable={!readOnly}
        ordered
        onChange={(rows) => {
          editor.change({ buildingBlocks: rows });
        }}
        draw={(block, index) => (
          <>
            <TextField
              id={`block-${String(index)}-title`}
              label={t('editor.blockTitle')}
              language={language}
              maxLength={300}
              disabled={readOnly}
              value={textIn(block.title, language)}
              onChange={(text) => {
                set(index, { title: withText(block.title, language, text) });
              }}
            />
            <LongTextField
              id={`block-${String(index)}-text`}
              label={t('editor.blockText')}
              language={language}
              limit={limits.block}
              disabled={readOnly}
              value={textIn(block.description, language)}
              onChange={(text) => {
                set(index, { description: withText(block.description, language, text) });
              }}
            />
          </>
        )}
      />
      {readOnly || buildingBlocks.length >= 12 ? null : (
        <div>
          <Button
            size="sm"
            icon={<IconPlus size={17} aria-hidden />}
            onClick={() => {
              editor.change({ buildingBlocks: [...buildingBlocks, emptyBlock] });
            }}
          >
            {t('editor.addBlock')}
          </Button>
        </div>
      )}
    </Stack>
  );
};

interface PublicSectionProperties extends SectionProperties {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** What the public will read, in as many languages as there are. */
export const PublicSection = ({ editor, readOnly, errorOf, language, onLanguage }: PublicSectionProperties) => {
  const { t } = useTranslation();
  const { record, change } = editor;
  return (
    <Card title={t('editor.public')}>
      <LanguageTabs record={record} language={language} onChange={onLanguage}>
        <Stack>
          <TextField
            id="title"
            label={t('editor.title')}
            hint={t('editor.titleHint')}
            language={language}
            maxLength={300}
            disabled={readOnly}
            error={errorOf('title')}
            value={textIn(record.title, language)}
            onChange={(text) => {
              change({ title: withText(record.title, language, text) });
            }}
          />
          <LongTextField
            id="summary"
            label={t('editor.summary')}
            hint={t('editor.summaryHint')}
            language={language}
            limit={limits.summary}
            disabled={readOnly}
            error={errorOf('summary')}
            value={textIn(record.summary, language)}
            onChange={(text) => {
              change({ summary: withText(record.summary, language, text) });
            }}
          />
          <Blocks editor={editor} language={language} readOnly={readOnly} errorOf={errorOf} />
        </Stack>
      </LanguageTabs>
    </Card>
  );
};
