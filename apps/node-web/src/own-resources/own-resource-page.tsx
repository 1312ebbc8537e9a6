import { readOwnResource, readResourceRefusal, submitResource, withdrawResource } from '@nmirf/api-client/own-resources';
import type { ResourceRecord, ResourceView } from '@nmirf/contracts/resources/authoring';
import { directionOf } from '@nmirf/languages/languages';
import { useApi } from '@nmirf/ui/app/api-context';
import { ButtonLink } from '@nmirf/ui/form/button';
import { bestText, type ContentText } from '@nmirf/ui/language/content-text';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Notice } from '@nmirf/ui/page/banner';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows, ProblemNotice } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useMay, useMe } from '@nmirf/ui/session/me';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stateTones } from '../practices/practices-page.js';
import { WithdrawButton } from '../practices/withdraw-button.js';
import { ResourceForm } from './resource-form.js';
import { ResourceGate } from './resource-gate.js';
import { resourceKind } from './resource-kind.js';

const StateNotice = ({ resource }: { readonly resource: ResourceView }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state, returnReason, released, withdrawn } = resource;
  if (state === 'draft' && returnReason !== undefined)
    return (
      <Notice tone="warning" title={t('editor.returned')}>
        <p dir="auto">{returnReason}</p>
      </Notice>
    );
  if (withdrawn !== undefined && released === undefined) {
    const said = { date: formats.date(withdrawn.at), reason: t(`withdrawalReason.${withdrawn.reason}`) };
    return <Notice tone="warning" title={t(withdrawn.why === 'erased' ? 'withdrawal.takenDown' : 'withdrawal.done', said)} />;
  }
  if (released === undefined) return null;
  return (
    <Notice tone="good" title={t('editor.releasedAt', { date: formats.date(released.at), version: formats.number(released.version) })}>
      <p>{t('ownResources.releasedHint')}</p>
      <ButtonLink to="/$lang/resources/$id" parameters={{ id: released.resource }}>
        {t('editor.seePublished')}
      </ButtonLink>
    </Notice>
  );
};

interface EditingProperties {
  /** Absent while it is new. */
  readonly resource?: ResourceView;
  readonly start: ResourceRecord;
}

interface ResourceHeaderProperties {
  readonly resource: ResourceView | undefined;
  readonly title: ContentText | undefined;
  readonly onDone: (resource: ResourceView) => void;
}

/** Its name, its state, and what may be done with it beside writing. */
const ResourceHeader = ({ resource, title, onDone }: ResourceHeaderProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const mayWithdraw = useMay('practice:withdraw');
  return (
    <PageHeader
      title={title === undefined || title.text === '' ? t('ownResources.new') : title.text}
      lang={title?.language}
      dir={title === undefined ? undefined : directionOf(title.language)}
      above={
        resource === undefined ? undefined : <StatusTag tone={stateTones[resource.state]} label={t(`practiceState.${resource.state}`)} />
      }
      actions={
        resource?.released !== undefined && mayWithdraw ? (
          <WithdrawButton
            asks={{ title: t('ownResources.withdrawTitle'), means: t('ownResources.withdrawMeans') }}
            withdraw={(body) => withdrawResource(api, resource.id, body)}
            onDone={onDone}
          />
        ) : undefined
      }
    />
  );
};

const Editing = ({ resource, start }: EditingProperties) => {
  const api = useApi();
  const lang = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const me = useMe();
  const mayWrite = useMay('practice:write');
  const isOwn = resource === undefined || (me !== undefined && (me.id === resource.authorId || me.roles.includes('coordinator')));
  const show = (view: ResourceView): void => {
    queries.setQueryData([resourceKind.name, view.id, lang], view);
    for (const key of resourceKind.shownIn) void queries.invalidateQueries({ queryKey: [key] });
  };
  const refusal = useQuery({
    queryKey: ['resource-refusal', resource?.id, resource?.sentBackAt, lang],
    queryFn: ({ signal }) => readResourceRefusal(api, resource?.id ?? '', signal),
    enabled: resource?.state === 'sent-back',
    staleTime: Infinity,
  });
  const submission = useMutation({ mutationFn: (id: string) => submitResource(api, id), onSuccess: show });
  return (
    <>
      <ResourceHeader resource={resource} title={bestText(start.title, lang, start.originalLanguage)} onDone={show} />
      <Stack>
        {resource === undefined ? null : <StateNotice resource={resource} />}
        {refusal.isError ? <ProblemNotice error={refusal.error} /> : null}
        {resource?.state === 'in-review' ? <ResourceGate resource={resource} onDone={show} /> : null}
        <ResourceForm
          resource={resource}
          start={start}
          readOnly={!mayWrite || !isOwn || resource?.state === 'in-review'}
          refusal={resource?.state === 'sent-back' ? refusal.data : undefined}
          problem={submission.error}
          onSaved={({ id }) => {
            if (resource === undefined) void navigate({ to: '/$lang/own-resources/$id', params: { lang, id }, replace: true });
          }}
          onSubmit={({ id }) => submission.mutateAsync(id).catch(() => undefined)}
        />
      </Stack>
    </>
  );
};

/** A resource that does not exist yet. */
export const NewResourcePage = () => {
  const lang = useLanguage();
  const start: ResourceRecord = {
    ...{ originalLanguage: lang, title: [], summary: [], kind: 'guide', languages: [lang], themes: [] },
    ...{ capacities: [], commitments: [], licence: 'CC-BY-4.0', files: [], audience: '*' },
  };
  return (
    <Page>
      <Editing start={start} />
    </Page>
  );
};

/** One resource of this mechanism, to read, to write, to review. Never refreshed behind the back of somebody who types. */
export const OwnResourcePage = () => {
  const api = useApi();
  const lang = useLanguage();
  const { id } = useParams({ from: '/$lang/desk/own-resources/$id' });
  const resource = useQuery({
    queryKey: [resourceKind.name, id, lang],
    queryFn: ({ signal }) => readOwnResource(api, id, signal),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Page>
      <Loaded isPage query={resource} loading={<LoadingRows rows={2} height={240} />}>
        {(found) => <Editing key={found.id} resource={found} start={found.record} />}
      </Loaded>
    </Page>
  );
};
