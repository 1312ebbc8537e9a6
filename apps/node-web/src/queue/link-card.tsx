import { readLink, retryNow } from '@nmirf/api-client/queue';
import type { LinkView } from '@nmirf/contracts/network/queue';
import { useApi } from '@nmirf/ui/app/api-context';
import { Button } from '@nmirf/ui/form/button';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { Card } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows, ProblemNotice } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@nmirf/ui/session/me';
import { linkTones } from './link-tones.js';
import styles from './queue.module.css';

const LinkFacts = ({ link }: { readonly link: LinkView }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <p className={styles.linkState}>
        <StatusTag tone={linkTones[link.status]} label={t(`link.${link.status}`)} />
        <span>{t(`link.means.${link.status}`)}</span>
      </p>
      {link.stopped === undefined ? null : (
        <div className={styles.refusal}>
          <p className={styles.refusalTitle}>{link.stopped.detail}</p>
          {link.stopped.position === undefined ? null : <p>{t('queue.position', { position: formats.number(link.stopped.position) })}</p>}
        </div>
      )}
      <Facts
        facts={[
          { term: t('link.node'), value: link.node === undefined ? t('link.notEnrolled') : <Code>{link.node}</Code> },
          { term: t('link.hub'), value: link.hub === undefined ? undefined : <Code>{link.hub}</Code> },
          { term: t('link.lastContact'), value: link.lastContactAt === undefined ? t('link.never') : formats.dateTime(link.lastContactAt) },
          { term: t('link.nextTry'), value: link.nextTryAt === undefined ? undefined : formats.dateTime(link.nextTryAt) },
          { term: t('link.failures'), value: link.failures === 0 ? undefined : formats.number(link.failures) },
          { term: t('link.verified'), value: t('link.messages', { count: link.verifiedSize }) },
          { term: t('link.root'), value: link.root === undefined ? undefined : <Code>{link.root}</Code> },
        ]}
      />
    </>
  );
};

/** The health of the link to the hub, and one button that tries now instead of later. */
export const LinkCard = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const queries = useQueryClient();
  const mayRetry = useMay('queue:retry');
  const link = useQuery({ queryKey: ['link', lang], queryFn: ({ signal }) => readLink(api, signal), refetchInterval: 20_000 });
  const retry = useMutation({
    mutationFn: () => retryNow(api),
    onSuccess: async () => {
      await Promise.all([queries.invalidateQueries({ queryKey: ['link'] }), queries.invalidateQueries({ queryKey: ['queue'] })]);
    },
  });
  const now = mayRetry ? (
    <Button
      size="sm"
      busy={retry.isPending}
      onClick={() => {
        retry.mutate();
      }}
    >
      {t('link.retry')}
    </Button>
  ) : undefined;
  return (
    <Card title={t('link.title')} actions={now}>
      <div className={styles.link}>
        {retry.isError ? <ProblemNotice error={retry.error} /> : null}
        {retry.isSuccess ? <p role="status">{t('link.retried')}</p> : null}
        <Loaded query={link} loading={<LoadingRows rows={1} height={120} />}>
          {(view) => <LinkFacts link={view} />}
        </Loaded>
      </div>
    </Card>
  );
};
