import { previewStatistics, releaseStatistics, withdrawStatistics } from '@nmirf/api-client/statistics';
import type { StatisticsKind, StatisticsPreview } from '@nmirf/contracts/statistics/statistics';
import { useApi } from '@nmirf/ui/app/api-context';
import { Dialog } from '@nmirf/ui/dialog/dialog';
import { DialogButton } from '@nmirf/ui/dialog/dialog-button';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Notice } from '@nmirf/ui/page/banner';
import { Card, Hint, Stack } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows } from '@nmirf/ui/page/states';
import { useMay } from '@nmirf/ui/session/me';
import { useRowNames } from '@nmirf/ui/statistics/row-names';
import { StatisticsTable } from '@nmirf/ui/statistics/statistics-table';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { WithdrawButton } from '../practices/withdraw-button.js';

interface PreviewProperties {
  readonly preview: StatisticsPreview;
}

/** What was counted, small beside what would be published, and why a count is withheld. It stays at the mechanism. */
const useBeside = ({ counted, table, smallestCell }: StatisticsPreview) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (row: string, column: StatisticsPreview['counted']['columns'][number]) => {
    const value = counted.cells[counted.rows.indexOf(row)]?.[counted.columns.indexOf(column)] ?? 0;
    const published = table?.cells[table.rows.indexOf(row)]?.[table.columns.indexOf(column)] ?? null;
    if (published === value) return null;
    const why = published !== null ? 'rounded' : value < smallestCell ? 'small' : 'cover';
    return <Hint>{t(`ownStatistics.why.${why}`, { value: formats.number(value) })}</Hint>;
  };
};

/** Shows the answer of the gate at once, and has what else it changes read again. */
const useShow = (kind: StatisticsKind) => {
  const lang = useLanguage();
  const queries = useQueryClient();
  return async (preview: StatisticsPreview): Promise<void> => {
    queries.setQueryData(['own-statistics', kind, lang], preview);
    await Promise.all(['statistics', 'queue'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
};

const PublishDialog = ({
  kind,
  digest,
  onClose,
}: {
  readonly kind: StatisticsKind;
  readonly digest: string;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const api = useApi();
  const show = useShow(kind);
  const publishing = useMutation({
    mutationFn: () => releaseStatistics(api, kind, digest),
    onSuccess: async (preview) => {
      onClose();
      await show(preview);
    },
  });
  return (
    <Dialog
      title={t('ownStatistics.confirmTitle')}
      action={t('ownStatistics.publish')}
      busy={publishing.isPending}
      error={publishing.error}
      onAction={() => {
        publishing.mutate();
      }}
      onClose={onClose}
    >
      <p>{t('ownStatistics.confirmMeans')}</p>
    </Dialog>
  );
};

/** Nothing is wrong: what stands here stands in the network already. */
const isUnchanged = ({ obstacle }: StatisticsPreview): boolean => obstacle?.code === 'statistics/unchanged';

const Publish = ({ preview }: PreviewProperties) => {
  const { kind, digest, obstacle } = preview;
  const { t } = useTranslation();
  const may = useMay('practice:release');
  if (isUnchanged(preview)) return <Hint>{preview.obstacle?.detail}</Hint>;
  if (!may) return <Hint>{t('ownStatistics.mayNot')}</Hint>;
  return (
    <div>
      <DialogButton
        kind="main"
        label={`${t('ownStatistics.publish')}: ${t(`statistics.kind.${kind}`)}`}
        disabled={digest === undefined || obstacle !== undefined}
        dialog={(onClose) => (digest === undefined ? null : <PublishDialog kind={kind} digest={digest} onClose={onClose} />)}
      >
        {t('ownStatistics.publish')}
      </DialogButton>
    </div>
  );
};

interface LastProperties {
  readonly kind: StatisticsKind;
  readonly published: NonNullable<StatisticsPreview['published']>;
}

/** What was published last: whether it stands, and the way to take it back. */
const Last = ({ kind, published }: LastProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const formats = useFormats();
  const show = useShow(kind);
  const mayWithdraw = useMay('practice:withdraw');
  const { version, day, withdrawn } = published;
  if (withdrawn !== undefined) {
    const said = { version, date: formats.date(withdrawn.at), reason: t(`withdrawalReason.${withdrawn.reason}`) };
    return (
      <Notice tone="warning" title={t('ownStatistics.withdrawn', said)}>
        <p>{t('ownStatistics.withdrawnHint')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" title={t('ownStatistics.published', { version, date: formats.date(day) })}>
      {mayWithdraw ? (
        <WithdrawButton
          asks={{
            title: t('ownStatistics.withdrawTitle', { kind: t(`statistics.kind.${kind}`) }),
            means: t('ownStatistics.withdrawMeans'),
          }}
          withdraw={(body) => withdrawStatistics(api, kind, body)}
          onDone={(preview) => void show(preview)}
        />
      ) : null}
    </Notice>
  );
};

const Preview = ({ preview }: PreviewProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const beside = useBeside(preview);
  const rowName = useRowNames();
  const nameOf = (name: string): string =>
    preview.counted.columns.some((column) => column === name) ? t(`statistics.position.${name}`) : rowName(preview.kind, name);
  const { kind, table, left, obstacle, from, published } = preview;
  return (
    <Stack tight>
      {published === undefined ? null : <Last kind={kind} published={published} />}
      {obstacle === undefined || isUnchanged(preview) ? null : (
        <Notice tone="warning" title={obstacle.detail}>
          {from === undefined ? null : <p>{t('ownStatistics.from', { date: formats.date(from) })}</p>}
        </Notice>
      )}
      {table === undefined ? null : <StatisticsTable label={t(`statistics.kind.${kind}`)} kind={kind} table={table} beside={beside} />}
      {left.length === 0 ? null : (
        <p>
          {t('ownStatistics.left')} <bdi>{left.map(nameOf).join(' · ')}</bdi>
        </p>
      )}
      <Publish preview={preview} />
    </Stack>
  );
};

/** One table of this mechanism's own: what would leave, what is withheld and why, and the button that publishes exactly that. */
export const OwnStatistics = ({ kind }: { readonly kind: StatisticsKind }) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const preview = useQuery({
    queryKey: ['own-statistics', kind, lang],
    queryFn: ({ signal }) => previewStatistics(api, kind, signal),
    staleTime: 0,
  });
  return (
    <Card title={t('ownStatistics.title', { kind: t(`statistics.kind.${kind}`) })}>
      <Loaded query={preview} loading={<LoadingRows rows={1} height={220} />}>
        {(found) => <Preview preview={found} />}
      </Loaded>
    </Card>
  );
};
