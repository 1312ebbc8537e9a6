import type { NetworkStatistics, WithdrawnStatistics } from '@nmirf/contracts/statistics/statistics';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { Card, Hint, Stack } from '../page/page.js';
import { EmptyState, Loaded, LoadingRows } from '../page/states.js';
import { statisticsQuery } from './statistics-query.js';
import { StatisticsTable } from './statistics-table.js';
import { useStateName } from './use-state-name.js';

const One = ({ of }: { readonly of: NetworkStatistics }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const title = `${useStateName()(of)} · ${t(`statistics.kind.${of.kind}`)}`;
  const withheld = of.suppressed.small + of.suppressed.cover;
  return (
    <Card title={title}>
      <Stack tight>
        <StatisticsTable label={title} kind={of.kind} table={of.table} />
        <Hint>
          {t('statistics.published', { date: formats.date(of.day) })} {t('statistics.cellsWithheld', { count: withheld })}{' '}
          {t('statistics.rounded')}
        </Hint>
      </Stack>
    </Card>
  );
};

/** Tables that were here: whoever cited one learns that it was taken back, and why. */
const Withdrawn = ({ tables }: { readonly tables: readonly WithdrawnStatistics[] }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const stateOf = useStateName();
  return (
    <Card title={t('statistics.withdrawnTitle')}>
      <ul>
        {tables.map((table) => (
          <li key={`${table.source} ${table.kind}`}>
            {t('statistics.withdrawn', {
              ...{ state: stateOf(table), kind: t(`statistics.kind.${table.kind}`), date: formats.date(table.at) },
              reason: t(`withdrawalReason.${table.reason}`),
            })}
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** What mechanisms counted, by the name of their State in the language on screen: nobody stands above another for a figure. */
export const StatisticsList = () => {
  const { t } = useTranslation();
  const formats = useFormats();
  const stateOf = useStateName();
  const statistics = useQuery(statisticsQuery(useApi(), useLanguage()));
  return (
    <Loaded query={statistics} loading={<LoadingRows rows={2} height={220} />}>
      {({ items, withdrawn }) =>
        items.length + withdrawn.length === 0 ? (
          <EmptyState title={t('statistics.none')}>
            <p>{t('statistics.noneHint')}</p>
          </EmptyState>
        ) : (
          <Stack>
            {[...items]
              .sort((a, b) => formats.compare(stateOf(a), stateOf(b)) || b.kind.localeCompare(a.kind))
              .map((of) => (
                <One key={`${of.source} ${of.kind}`} of={of} />
              ))}
            {withdrawn.length === 0 ? null : <Withdrawn tables={withdrawn} />}
          </Stack>
        )
      }
    </Loaded>
  );
};
