import { decideResourceReview, readResourceReview, releaseResource, returnResource } from '@nmirf/api-client/own-resources';
import type { Finding, ReviewDecisions } from '@nmirf/contracts/practices/authoring';
import type { ResourceReview, ResourceView } from '@nmirf/contracts/resources/authoring';
import { useApi } from '@nmirf/ui/app/api-context';
import { Button } from '@nmirf/ui/form/button';
import { ChecksField, LongTextField } from '@nmirf/ui/form/fields';
import { Content } from '@nmirf/ui/language/content-text';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { Notice } from '@nmirf/ui/page/banner';
import { Card, Hint, Row, Stack } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows, ProblemNotice } from '@nmirf/ui/page/states';
import { useReaders } from '@nmirf/ui/resources/readers-mark';
import { useMay, useMe } from '@nmirf/ui/session/me';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FindingCard } from '../review/finding-card.js';
import { isWhole } from '../review/located.js';
import review from '../review/review.module.css';
import { WholeTextCard } from '../review/whole-text-card.js';
import { FileTraceCard } from './file-trace-card.js';

interface ResourceGateProperties {
  readonly resource: ResourceView;
  readonly onDone: (resource: ResourceView) => void;
}

type Decision = ReviewDecisions['decisions'][number];

const FILES = 'files.';
const isOfFile = ({ path }: Finding): boolean => path.startsWith(FILES);

/** Whom it would leave for. */
const Readers = ({ resource: { record } }: Pick<ResourceGateProperties, 'resource'>) => {
  const { t } = useTranslation();
  const readersOf = useReaders();
  return (
    <p>
      {t('resources.readers')}: <strong>{readersOf(record.audience)}</strong>
    </p>
  );
};

const nameOfFile = ({ record }: ResourceView, path: string): string => record.files[Number(path.slice(FILES.length))]?.name ?? '';

/** What stands in the way; a file cannot be masked, so another word is asked of it than of a text. */
const Obstacles = ({ resource, found }: { readonly resource: ResourceView; readonly found: ResourceReview }) => {
  const { t } = useTranslation();
  return found.obstacles.map(({ code, path, detail }) => {
    const ofFile = code === 'gate/flag-undecided' && path.startsWith(FILES);
    const title = ofFile ? t('ownResources.fileUndecided', { name: nameOfFile(resource, path) }) : detail;
    return <Notice key={`${code} ${path}`} tone="warning" title={title} />;
  });
};

/** What would leave of the texts. */
const Leaves = ({ summary }: Pick<ResourceReview, 'summary'>) =>
  summary === undefined
    ? null
    : summary.title.map((title) => (
        <div key={title.language}>
          <Content as="h3" text={title} />
          <Content text={summary.summary.find(({ language }) => language === title.language)} />
        </div>
      ));

const Findings = ({ found, resource }: { readonly found: ResourceReview; readonly resource: ResourceView }) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const queries = useQueryClient();
  const deciding = useMutation({
    mutationFn: (decisions: readonly Decision[]) => decideResourceReview(api, resource.id, { decisions: [...decisions] }),
    onSuccess: (view) => {
      queries.setQueryData(['resource-review', resource.id, lang], view);
    },
  });
  const ofFiles = found.findings.filter(isOfFile);
  const whole = found.findings.filter((finding) => isWhole(finding) && !isOfFile(finding));
  if (found.findings.length === 0) return <p>{t('gate.noFindings')}</p>;
  return (
    <>
      {deciding.isError ? <ProblemNotice error={deciding.error} /> : null}
      <ul className={review.findings}>
        {ofFiles.map((finding) => (
          <FileTraceCard
            key={finding.key}
            finding={finding}
            name={nameOfFile(resource, finding.path)}
            busy={deciding.isPending}
            onDecide={(decision) => {
              deciding.mutate([decision]);
            }}
          />
        ))}
        {whole.map((finding: Finding) => (
          <WholeTextCard key={finding.key} findings={[finding]} busy={deciding.isPending} onDecide={deciding.mutate} />
        ))}
        {found.findings
          .filter((finding) => !isWhole(finding))
          .map((finding) => (
            <FindingCard
              key={finding.key}
              finding={finding}
              busy={deciding.isPending}
              onDecide={(decision) => {
                deciding.mutate([decision]);
              }}
            />
          ))}
      </ul>
    </>
  );
};

const Release = ({ resource, found, onDone }: ResourceGateProperties & { readonly found: ResourceReview }) => {
  const { t } = useTranslation();
  const api = useApi();
  const mayRelease = useMay('practice:release');
  const [read, setRead] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const { digest } = found;
  const releasing = useMutation({ mutationFn: (of: string) => releaseResource(api, resource.id, of), onSuccess: onDone });
  const returning = useMutation({ mutationFn: () => returnResource(api, resource.id, reason.trim()), onSuccess: onDone });
  const error = releasing.error ?? returning.error;
  return (
    <Stack tight>
      <Obstacles resource={resource} found={found} />
      {error === null ? null : <ProblemNotice error={error} />}
      <ChecksField
        id="files-read"
        label={t('ownResources.word')}
        hint={t('ownResources.wordHint')}
        choices={[{ value: 'read', label: t('ownResources.filesRead') }]}
        chosen={read}
        onChange={setRead}
      />
      <Row>
        {mayRelease ? (
          <Button
            kind="main"
            disabled={!found.mayRelease || digest === undefined || read.length === 0}
            busy={releasing.isPending}
            onClick={() => {
              if (digest !== undefined) releasing.mutate(digest);
            }}
          >
            {t('ownResources.release')}
          </Button>
        ) : null}
      </Row>
      {mayRelease ? null : <Hint>{t('gate.mayNotRelease')}</Hint>}
      <LongTextField id="return-reason" label={t('gate.returnReason')} value={reason} onChange={setReason} />
      <Row>
        <Button
          disabled={reason.trim() === ''}
          busy={returning.isPending}
          onClick={() => {
            returning.mutate();
          }}
        >
          {t('gate.returnNow')}
        </Button>
      </Row>
    </Stack>
  );
};

/** The publication gate of a resource: what would leave, what was found in its texts, and a second person's word. */
export const ResourceGate = ({ resource, onDone }: ResourceGateProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const me = useMe();
  const mayReview = useMay('practice:review');
  const found = useQuery({
    queryKey: ['resource-review', resource.id, lang],
    queryFn: ({ signal }) => readResourceReview(api, resource.id, signal),
    staleTime: 0,
    enabled: mayReview,
  });
  if (!mayReview || me?.id === resource.editedBy) return <Notice tone="info" title={t('editor.inReview')} />;
  return (
    <Card title={t('gate.title')}>
      <Loaded query={found} loading={<LoadingRows rows={1} height={200} />}>
        {(view) => (
          <Stack>
            <Readers resource={resource} />
            <Leaves summary={view.summary} />
            <Findings found={view} resource={resource} />
            <Release resource={resource} found={view} onDone={onDone} />
          </Stack>
        )}
      </Loaded>
    </Card>
  );
};
