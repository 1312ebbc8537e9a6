import { readOwnPractice, readRefusal, submitPractice } from '@nmirf/api-client/practices';
import { withdrawPractice } from '@nmirf/api-client/withdrawals';
import type { PracticeView } from '@nmirf/contracts/practices/authoring';
import { directionOf } from '@nmirf/languages/languages';
import { useApi } from '@nmirf/ui/app/api-context';
import { ButtonLink } from '@nmirf/ui/form/button';
import { bestText } from '@nmirf/ui/language/content-text';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Notice } from '@nmirf/ui/page/banner';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { Loaded, LoadingRows, ProblemNotice } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '@nmirf/ui/session/me';
import { PracticeForm } from './practice-form.js';
import { practiceKind } from './practice-kind.js';
import { stateTones } from './practices-page.js';
import { WithdrawButton } from './withdraw-button.js';

/** It is public no more: since when, why, and what can be done now. */
const WithdrawnNotice = ({ withdrawn }: { readonly withdrawn: NonNullable<PracticeView['withdrawn']> }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const said = { date: formats.date(withdrawn.at), reason: t(`withdrawalReason.${withdrawn.reason}`) };
  return (
    <Notice tone="warning" title={t(withdrawn.why === 'erased' ? 'withdrawal.takenDown' : 'withdrawal.done', said)}>
      <p>{t('withdrawal.doneHint')}</p>
      <ButtonLink to="/$lang/library/$id" parameters={{ id: withdrawn.practice }}>
        {t('withdrawal.trace')}
      </ButtonLink>
    </Notice>
  );
};

/** What the state of a practice means for whoever opens it. */
const StateNotice = ({ practice }: { readonly practice: PracticeView }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  if (practice.state === 'draft' && practice.returnReason !== undefined) {
    return (
      <Notice tone="warning" title={t('editor.returned')}>
        <p dir="auto">{practice.returnReason}</p>
      </Notice>
    );
  }
  if (practice.state === 'in-review') return <Notice tone="info" title={t('editor.inReview')} />;
  if (practice.withdrawn !== undefined && practice.released === undefined) return <WithdrawnNotice withdrawn={practice.withdrawn} />;
  if (practice.released === undefined) return null;
  return (
    <Notice
      tone="good"
      title={t('editor.releasedAt', { date: formats.date(practice.released.at), version: formats.number(practice.released.version) })}
    >
      <p>{t('editor.releasedHint')}</p>
      <ButtonLink to="/$lang/library/$id" parameters={{ id: practice.released.practice }}>
        {t('editor.seePublished')}
      </ButtonLink>
    </Notice>
  );
};

const Editing = ({ practice }: { readonly practice: PracticeView }) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const queries = useQueryClient();
  const me = useMe();
  const mayWrite = useMay('practice:write');
  const mayReview = useMay('practice:review');
  const { record } = practice;
  const title = bestText(record.title, lang, record.originalLanguage);
  const show = (view: PracticeView): void => {
    queries.setQueryData([practiceKind.name, view.id, lang], view);
    void queries.invalidateQueries({ queryKey: ['practices'] });
  };
  const refusal = useQuery({
    queryKey: ['refusal', practice.id, practice.sentBackAt, lang],
    queryFn: ({ signal }) => readRefusal(api, practice.id, signal),
    enabled: practice.state === 'sent-back',
    staleTime: Infinity,
  });
  const submission = useMutation({ mutationFn: () => submitPractice(api, practice.id), onSuccess: show });
  // Coordinators work on every practice, others on those they began; the server decides again.
  const isOwn = me !== undefined && (me.id === practice.authorId || me.roles.includes('coordinator'));
  const mayWithdraw = useMay('practice:withdraw') && practice.released !== undefined;
  const readOnly = !mayWrite || !isOwn || practice.state === 'in-review';
  return (
    <>
      <PageHeader
        title={title?.text ?? t('practices.untitled')}
        lang={title?.language}
        dir={title === undefined ? undefined : directionOf(title.language)}
        above={<StatusTag tone={stateTones[practice.state]} label={t(`practiceState.${practice.state}`)} />}
        actions={
          <>
            {practice.state === 'in-review' && mayReview ? (
              <ButtonLink to="/$lang/practices/$id/review" parameters={{ id: practice.id }} kind="main">
                {t('practices.review')}
              </ButtonLink>
            ) : null}
            {mayWithdraw ? <WithdrawButton withdraw={(body) => withdrawPractice(api, practice.id, body)} onDone={show} /> : null}
          </>
        }
      />
      <Stack>
        <StateNotice practice={practice} />
        {refusal.isError ? <ProblemNotice error={refusal.error} /> : null}
        {submission.isError ? <ProblemNotice error={submission.error} /> : null}
        <PracticeForm
          key={practice.id}
          practice={practice}
          start={record}
          readOnly={readOnly}
          refusal={practice.state === 'sent-back' ? refusal.data : undefined}
          onSubmit={() => submission.mutateAsync().catch(() => undefined)}
        />
      </Stack>
    </>
  );
};

/** One practice of this mechanism, to read and to write. Never refreshed behind the back of somebody who types. */
export const PracticePage = () => {
  const api = useApi();
  const lang = useLanguage();
  const { id } = useParams({ from: '/$lang/desk/practices/$id' });
  const practice = useQuery({
    queryKey: [practiceKind.name, id, lang],
    queryFn: ({ signal }) => readOwnPractice(api, id, signal),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Page>
      <Loaded isPage query={practice} loading={<LoadingRows rows={2} height={240} />}>
        {(found) => <Editing practice={found} />}
      </Loaded>
    </Page>
  );
};
