import { addResource, readOwnResource, saveResource, submitResource, withdrawResource } from '@nmirf/api-client/own-resources';
import { ApiProblem } from '@nmirf/api-client/problem';
import type { ResourceRecord, ResourceView } from '@nmirf/contracts/resources/authoring';
import { directionOf } from '@nmirf/languages/languages';
import { useApi } from '@nmirf/ui/app/api-context';
import { Button, ButtonLink } from '@nmirf/ui/form/button';
import { ErrorSummary, type FieldError } from '@nmirf/ui/form/error-summary';
import { bestText } from '@nmirf/ui/language/content-text';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Notice } from '@nmirf/ui/page/banner';
import { Page, PageHeader, Row, Stack } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows, ProblemNotice } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useMay, useMe } from '@nmirf/ui/session/me';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stateTones } from '../practices/practices-page.js';
import { WithdrawButton } from '../practices/withdraw-button.js';
import { ResourceForm } from './resource-form.js';
import { ResourceGate } from './resource-gate.js';

/** What the server said of each field, where the form has it. */
const errorsIn = (error: unknown): readonly FieldError[] =>
  error instanceof ApiProblem
    ? (error.document.errors ?? []).map(({ path, detail }) => ({ id: path.split('.')[0] ?? path, text: detail }))
    : [];

const StateNotice = ({ resource }: { readonly resource: ResourceView }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state, returnReason, released, withdrawn, sentBackAt } = resource;
  if (state === 'sent-back' && sentBackAt !== undefined)
    return (
      <Notice tone="warning" title={t('practices.sentBack', { date: formats.date(sentBackAt) })}>
        <ButtonLink to="/$lang/queue">{t('ownResources.seeQueue')}</ButtonLink>
      </Notice>
    );
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

const Editing = ({ resource, start }: EditingProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const me = useMe();
  const mayWrite = useMay('practice:write');
  const mayWithdraw = useMay('practice:withdraw');
  const [record, setRecord] = useState(start);
  const [changed, setChanged] = useState(false);
  const isOwn = resource === undefined || (me !== undefined && (me.id === resource.authorId || me.roles.includes('coordinator')));
  const readOnly = !mayWrite || !isOwn || resource?.state === 'in-review';
  const show = (view: ResourceView): void => {
    queries.setQueryData(['own-resource', view.id, lang], view);
    for (const key of ['own-resources', 'resource-review', 'queue']) void queries.invalidateQueries({ queryKey: [key] });
  };
  const saving = useMutation({
    mutationFn: () => (resource === undefined ? addResource(api, record) : saveResource(api, resource.id, record, resource.revision)),
    onSuccess: (view) => {
      setChanged(false);
      show(view);
      if (resource === undefined) void navigate({ to: '/$lang/own-resources/$id', params: { lang, id: view.id }, replace: true });
    },
  });
  const submitting = useMutation({
    mutationFn: async () => submitResource(api, (resource === undefined || changed ? await saving.mutateAsync() : resource).id),
    onSuccess: show,
  });
  const isOpen = resource === undefined || changed || resource.state === 'draft' || resource.state === 'sent-back';
  const errors = errorsIn(submitting.error);
  const title = bestText(record.title, lang, record.originalLanguage);
  const problem = saving.error ?? submitting.error;
  return (
    <>
      <PageHeader
        title={title === undefined || title.text === '' ? t('ownResources.new') : title.text}
        lang={title?.language}
        dir={title === undefined ? undefined : directionOf(title.language)}
        above={
          resource === undefined ? undefined : <StatusTag tone={stateTones[resource.state]} label={t(`practiceState.${resource.state}`)} />
        }
        actions={
          resource?.released !== undefined && mayWithdraw ? (
            <WithdrawButton withdraw={(body) => withdrawResource(api, resource.id, body)} onDone={show} />
          ) : undefined
        }
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submitting.reset();
          saving.mutate();
        }}
      >
        <Stack>
          {resource === undefined ? null : <StateNotice resource={resource} />}
          <ErrorSummary errors={errors} />
          {problem === null ? null : <ProblemNotice error={problem} />}
          {resource?.state === 'in-review' ? <ResourceGate resource={resource} onDone={show} /> : null}
          <ResourceForm
            record={record}
            disabled={readOnly}
            errorOf={(id) => errors.find((error) => error.id === id)?.text}
            onChange={(change) => {
              setChanged(true);
              setRecord(change);
            }}
          />
          {readOnly ? null : (
            <Row>
              <Button submit busy={saving.isPending}>
                {t('editor.save')}
              </Button>
              {isOpen ? (
                <Button
                  kind="main"
                  busy={submitting.isPending}
                  onClick={() => {
                    submitting.mutate();
                  }}
                >
                  {t('editor.submit')}
                </Button>
              ) : null}
              <p role="status">{changed ? t('ownResources.unsaved') : saving.isSuccess ? t('ownResources.saved') : ''}</p>
            </Row>
          )}
        </Stack>
      </form>
    </>
  );
};

/** A resource that does not exist yet. */
export const NewResourcePage = () => {
  const lang = useLanguage();
  const start: ResourceRecord = {
    ...{ originalLanguage: lang, title: [], summary: [], kind: 'guide', languages: [lang], themes: [] },
    ...{ capacities: [], commitments: [], licence: 'CC-BY-4.0', files: [] },
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
    queryKey: ['own-resource', id, lang],
    queryFn: ({ signal }) => readOwnResource(api, id, signal),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Page>
      <Loaded query={resource} loading={<LoadingRows rows={2} height={240} />}>
        {(found) => <Editing key={found.id} resource={found} start={found.record} />}
      </Loaded>
    </Page>
  );
};
