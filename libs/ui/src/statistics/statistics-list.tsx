import type { NetworkStatistics, WithdrawnStatistics } from '@nmirf/contracts/statistics/statistics';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { ExportButton } from '../export/export-button.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { Card, Hint, Stack } from '../page/page.js';
import { EmptyState, Loaded, LoadingRows } from '../page/states.js';
import { statisticsQuery } from './statistics-query.js';
import { StatisticsTable, useRowNames } from './statistics-table.js';

/** One published figure, as a line of a file. */
interface Figure {
  readonly of: NetworkStatistics;
  readonly row: string;
  readonly column: NetworkStatistics['table']['columns'][number];
  readonly value: number | null;
}

const figuresOf = (of: NetworkStatistics): readonly Figure[] =>
  of.table.rows.flatMap((row, i) => of.table.columns.map((column, j) => ({ of, row, column, value: of.table.cells[i]?.[j] ?? null })));

const Export = ({ items }: { readonly items: readonly NetworkStatistics[] }) => {
  const { t } = useTranslation();
  const stateOf = useStateName();
  const nameOf = useRowNames();
  return (
    <ExportButton<Figure>
      name="statistics"
      page={() => Promise.resolve({ items: items.flatMap(figuresOf) })}
      columns={[
        { title: t('practice.country'), value: ({ of }) => stateOf(of) },
        { title: t('statistics.by'), value: ({ of }) => t(`statistics.kind.${of.kind}`) },
        { title: t('statistics.day'), value: ({ of }) => of.day },
        { title: t('statistics.name'), value: ({ of, row }) => nameOf(of.kind, row) },
        { title: t('statistics.positionOf'), value: ({ column }) => t(`statistics.position.${column}`) },
        { title: t('statistics.count'), value: ({ value }) => value ?? t('statistics.withheld') },
      ]}
    />
  );
};

/** The State behind a table, in the reader's language. */
const useStateName = (): ((of: Pick<NetworkStatistics, 'mechanism' | 'source'>) => string) => {
  const formats = useFormats();
  return ({ mechanism, source }) => (mechanism === undefined ? source : formats.country(mechanism.country));
};

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
            {items.length === 0 ? null : <Export items={items} />}
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
