import { readFileTraces } from '@nmirf/api-client/own-resources';
import type { ResourceFile } from '@nmirf/contracts/resources/resource';
import { useApi } from '@nmirf/ui/app/api-context';
import { Notice } from '@nmirf/ui/page/banner';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** Whom a file names beside its content, told as soon as it is here, while it can still be cleaned where it was made. */
export const FileTraces = ({ file: { sha256 } }: { readonly file: ResourceFile }) => {
  const { t } = useTranslation();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['file-traces', sha256],
    queryFn: ({ signal }) => readFileTraces(api, sha256, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data === undefined || (data.traces.length === 0 && data.complete)) return null;
  return (
    <Notice tone="warning" title={t(data.traces.length > 0 ? 'fileTraces.title' : 'fileTraces.unreadTitle')}>
      {data.traces.length === 0 ? null : (
        <ul>
          {data.traces.map(({ kind, name }) => (
            <li key={`${kind} ${name}`}>
              {t(`fileTraces.kind.${kind}`)}: <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      {data.complete ? null : <p>{t('fileTraces.unread')}</p>}
      <p>{t('fileTraces.remedy')}</p>
    </Notice>
  );
};
