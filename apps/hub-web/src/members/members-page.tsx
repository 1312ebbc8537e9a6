import { listMembers } from '@nmirf/api-client/library';
import type { MemberView } from '@nmirf/contracts/members/mechanism';
import { useApi } from '@nmirf/ui/app/api-context';
import { bestText, Content } from '@nmirf/ui/language/content-text';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { Page, PageHeader } from '@nmirf/ui/page/page';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag, Tag, type Tone } from '@nmirf/ui/page/status-tag';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import styles from './members.module.css';

const tones: Readonly<Record<MemberView['status'], Tone>> = { active: 'good', suspended: 'warning', left: 'neutral', revoked: 'bad' };

const Member = ({ member }: { readonly member: MemberView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const formats = useFormats();
  const { mechanism } = member;
  const name = bestText(
    mechanism.names.map((entry) => ({ language: entry.language, text: entry.value })),
    language,
  );
  return (
    <article className={styles.member}>
      <p className={styles.meta}>
        <strong>{formats.country(mechanism.country)}</strong>
        <span>{t(`region.${mechanism.region}`)}</span>
        <StatusTag tone={tones[member.status]} label={t(`memberStatus.${member.status}`)} />
        {member.committee ? <Tag label={t('members.committee')} /> : null}
      </p>
      <Content as="h2" text={name} />
      <Facts
        facts={[
          { term: t('members.kind'), value: t(`mechanismKind.${mechanism.kind}`) },
          { term: t('members.since'), value: formats.date(member.since) },
          { term: t('members.practices'), value: formats.number(member.practices) },
          { term: t('members.languages'), value: formats.list(mechanism.languages.map((other) => formats.languageName(other))) },
        ]}
      />
      <details className={styles.keys}>
        <summary>{t('members.keys')}</summary>
        <Facts
          facts={member.keys.map((key) => ({
            term: key.to === undefined ? t(`keyUse.${key.use}`) : t('members.formerKey', { use: t(`keyUse.${key.use}`) }),
            value: <Code>{key.fingerprint}</Code>,
          }))}
        />
      </details>
    </article>
  );
};

/** Who belongs to the network, by name of State in the reader's language. */
export const MembersPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const language = useLanguage();
  const formats = useFormats();
  const members = useQuery({ queryKey: ['members', language], queryFn: ({ signal }) => listMembers(api, signal) });
  return (
    <Page>
      <PageHeader title={t('members.title')} lead={t('members.lead')} />
      <Loaded query={members}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('members.none')} />
          ) : (
            <ul className={styles.members}>
              {[...items]
                .sort((a, b) => formats.compare(formats.country(a.mechanism.country), formats.country(b.mechanism.country)))
                .map((member) => (
                  <li key={member.id}>
                    <Member member={member} />
                  </li>
                ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
};
