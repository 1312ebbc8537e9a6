import { readLinkStatus } from '@nmirf/api-client/queue';
import { useApi } from '@nmirf/ui/app/api-context';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Banner } from '@nmirf/ui/page/banner';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** Says above every page, to everybody, that the hub is away or that a proof failed; silent while all is well. */
export const LinkNotice = () => {
  const { t } = useTranslation();
  const api = useApi();
  const language = useLanguage();
  const formats = useFormats();
  const link = useQuery({
    queryKey: ['link', 'status', language],
    queryFn: ({ signal }) => readLinkStatus(api, signal),
    refetchInterval: 20_000,
    retry: false,
  });
  if (link.data?.status === 'stopped') return <Banner tone="bad">{t('link.stoppedNotice')}</Banner>;
  if (link.data?.status !== 'down') return null;
  const { lastContactAt } = link.data;
  return (
    <Banner tone="warning">
      {t('link.downNotice')} {lastContactAt === undefined ? null : t('link.since', { time: formats.dateTime(lastContactAt) })}
    </Banner>
  );
};
