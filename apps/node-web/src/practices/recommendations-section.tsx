import { Button } from '@nmirf/ui/form/button';
import { TextField } from '@nmirf/ui/form/fields';
import { FieldGrid, Rows } from '@nmirf/ui/form/rows';
import { Card, Hint, Stack } from '@nmirf/ui/page/page';
import { useMay } from '@nmirf/ui/session/me';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RecommendationFinder } from './recommendation-finder.js';
import type { SectionProperties } from './section.js';

/** The recommendations a practice answers, by symbol and paragraph of the public document. */
export const RecommendationsSection = ({ editor, readOnly, errorOf }: SectionProperties) => {
  const { t } = useTranslation();
  const maySearch = useMay('recommendation:read');
  const { recommendations, country } = editor.record;
  const set = (index: number, changes: Partial<(typeof recommendations)[number]>): void => {
    editor.change({ recommendations: recommendations.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)) });
  };
  return (
    <Card title={t('practice.recommendations')} id="recommendations">
      <Stack>
        {readOnly || !maySearch ? null : (
          <RecommendationFinder
            linked={recommendations}
            onLink={(reference) => {
              editor.change({ recommendations: [...recommendations, reference] });
            }}
          />
        )}
        <Hint>{t('editor.recommendationsHint')}</Hint>
        <Rows
          rows={recommendations}
          name={(index) => t('editor.recommendation', { number: index + 1 })}
          editable={!readOnly}
          onChange={(rows) => {
            editor.change({ recommendations: rows });
          }}
          draw={(reference, index) => (
            <FieldGrid>
              <TextField
                id={`recommendation-${String(index)}-symbol`}
                label={t('editor.symbol')}
                maxLength={60}
                disabled={readOnly}
                error={errorOf('recommendations')}
                value={reference.documentSymbol}
                onChange={(documentSymbol) => {
                  set(index, { documentSymbol });
                }}
              />
              <TextField
                id={`recommendation-${String(index)}-paragraph`}
                label={t('editor.paragraph')}
                maxLength={20}
                disabled={readOnly}
                value={reference.paragraph}
                onChange={(paragraph) => {
                  set(index, { paragraph });
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
                editor.change({ recommendations: [...recommendations, { country, documentSymbol: '', paragraph: '' }] });
              }}
            >
              {t('editor.addRecommendation')}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  );
};
