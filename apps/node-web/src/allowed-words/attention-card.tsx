import { readAttention } from '@nmirf/api-client/attention';
import type { ReviewerAttention } from '@nmirf/contracts/practices/attention';
import { useApi } from '@nmirf/ui/app/api-context';
import { useFormats } from '@nmirf/ui/language/use-language';
import { DataTable } from '@nmirf/ui/page/data-table';
import { Card, Stack } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows } from '@nmirf/ui/page/states';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

const Figures = ({ items }: { readonly items: readonly ReviewerAttention[] }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  if (items.length === 0) return <p>{t('attention.none')}</p>;
  return (
    <DataTable<ReviewerAttention>
      label={t('attention.title')}
      columns={[
        { title: t('attention.reviewer'), cell: ({ person }) => <bdi>{person.name}</bdi> },
        { title: t('attention.met'), cell: ({ met }) => formats.number(met) },
        { title: t('attention.noticed'), cell: ({ noticed }) => formats.number(noticed) },
      ]}
      rows={items}
      keyOf={({ person }) => person.id}
    />
  );
};

/** How many of the names that were planted before reviewers were taken out: one's own figures, or everybody's for who oversees them. */
export const AttentionCard = () => {
  const { t } = useTranslation();
  const api = useApi();
  const attention = useQuery({ queryKey: ['review-attention'], queryFn: ({ signal }) => readAttention(api, signal) });
  return (
    <Card title={t('attention.title')}>
      <Loaded query={attention} loading={<LoadingRows rows={1} height={80} />}>
        {({ oneIn, items }) => (
          <Stack tight>
            <p>{oneIn === 0 ? t('attention.off') : t('attention.lead', { of: oneIn })}</p>
            <Figures items={items} />
          </Stack>
        )}
      </Loaded>
    </Card>
  );
};
