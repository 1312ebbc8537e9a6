import type { Tombstone } from '@nmirf/contracts/content/withdrawal';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { Code, Facts } from '../page/facts.js';
import { Card, PageHeader, Stack } from '../page/page.js';

/** Stands where something was that has been taken back: who, why and since when, and nothing of what it said. */
export const TombstoneArticle = ({ tombstone }: { readonly tombstone: Tombstone }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { why, source, reason, purged, position, at } = tombstone;
  return (
    <>
      <PageHeader title={t(`tombstone.${why}`)} lead={t('tombstone.means')} />
      <Stack>
        <Card>
          <Facts
            facts={[
              { term: t('tombstone.by'), value: why === 'erased' ? t('tombstone.committee') : <Code>{source}</Code> },
              { term: t('tombstone.reason'), value: t(`withdrawalReason.${reason}`) },
              { term: t('tombstone.at'), value: <time dateTime={at}>{formats.date(at)}</time> },
              { term: t('tombstone.position'), value: formats.number(position) },
            ]}
          />
        </Card>
        {purged ? <p>{t('tombstone.purged')}</p> : null}
      </Stack>
    </>
  );
};
