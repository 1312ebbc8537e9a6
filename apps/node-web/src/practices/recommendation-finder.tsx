import { listRecommendations } from '@nmirf/api-client/recommendations';
import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import { useApi } from '@nmirf/ui/app/api-context';
import { useSettled } from '@nmirf/ui/form/use-settled';
import { Button } from '@nmirf/ui/form/button';
import { TextField } from '@nmirf/ui/form/fields';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { DocumentSymbol } from '@nmirf/ui/page/facts';
import { Hint, Stack } from '@nmirf/ui/page/page';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './practices.module.css';

type Reference = PracticeDraftRecord['recommendations'][number];

/** So many are offered; more words find fewer. */
const OFFERED = 5;

interface FinderProperties {
  readonly linked: readonly Reference[];
  readonly onLink: (reference: Reference) => void;
}

/** Looks in the recommendations this node has imported, and links one to the practice. */
export const RecommendationFinder = ({ linked, onLink }: FinderProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ['recommendations', 'finder', words, lang],
    queryFn: ({ signal }) => listRecommendations(api, { q: words, limit: OFFERED }, signal),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
  });
  const items = words.length > 1 ? (found.data?.items ?? []) : [];
  const isLinked = ({ documentSymbol, paragraph }: Reference): boolean =>
    linked.some((one) => one.documentSymbol === documentSymbol && one.paragraph === paragraph);
  return (
    <Stack tight>
      <TextField
        id="recommendation-words"
        type="search"
        label={t('editor.findRecommendation')}
        hint={t('editor.findRecommendationHint')}
        maxLength={200}
        value={typed}
        onChange={setTyped}
      />
      <div role="status">
        {words.length > 1 && found.isSuccess ? (
          <Hint>{t('recommendations.found', { count: found.data.total ?? items.length })}</Hint>
        ) : null}
      </div>
      {items.length === 0 ? null : (
        <RecordList>
          {items.map(({ id, country, documentSymbol, paragraph, text }) => (
            <RecordRow
              key={id}
              title={
                <>
                  {t('recommendations.paragraphOf', { paragraph })} · <DocumentSymbol>{documentSymbol}</DocumentSymbol>
                </>
              }
              actions={
                isLinked({ country, documentSymbol, paragraph }) ? (
                  <StatusTag tone="good" label={t('editor.linked')} />
                ) : (
                  <Button
                    size="sm"
                    label={t('editor.linkOf', { paragraph, symbol: documentSymbol })}
                    onClick={() => {
                      onLink({ country, documentSymbol, paragraph });
                    }}
                  >
                    {t('editor.link')}
                  </Button>
                )
              }
            >
              <p lang="en" dir="auto" className={styles.offered}>
                {text}
              </p>
            </RecordRow>
          ))}
        </RecordList>
      )}
    </Stack>
  );
};
