import type { MemberView } from '@nmirf/contracts/members/mechanism';
import type { NetworkHealth } from '@nmirf/contracts/network/health';
import { useApi } from '@nmirf/ui/app/api-context';
import { TextField } from '@nmirf/ui/form/fields';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { memberTones, useByState, useMechanismName, useMembers } from '@nmirf/ui/members/member-name';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { healthQuery } from '../desk/desk-queries.js';
import styles from '../health/health.module.css';
import { nodeState, nodeTones } from '../health/node-state.js';
import { MembersExport } from '../members/members-export.js';

type Node = NetworkHealth['nodes'][number];

/** The keys that are valid now, and how the node is. */
const MemberFacts = ({ member, node }: { readonly member: MemberView; readonly node: Node | undefined }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const heard = node === undefined ? undefined : nodeState(node, Date.now());
  return (
    <div className={styles.facts}>
      <Facts
        facts={[
          {
            term: t('health.connection'),
            value: heard === undefined ? undefined : <StatusTag tone={nodeTones[heard]} label={t(`health.state.${heard}`)} />,
          },
          { term: t('members.since'), value: formats.date(member.since) },
          { term: t('members.practices'), value: formats.number(member.practices) },
          ...member.keys
            .filter(({ to }) => to === undefined)
            .map(({ use, fingerprint }) => ({ term: t(`keyUse.${use}`), value: <Code>{fingerprint}</Code> })),
        ]}
      />
    </div>
  );
};

const MemberRow = ({ member, node }: { readonly member: MemberView; readonly node: Node | undefined }) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const formats = useFormats();
  const name = useMechanismName()(member.mechanism);
  return (
    <RecordRow
      title={
        <Link to="/$lang/members/$id" params={{ lang, id: member.id }}>
          {formats.country(member.mechanism.country)}
        </Link>
      }
      status={<StatusTag tone={memberTones[member.status]} label={t(`memberStatus.${member.status}`)} />}
      meta={
        <>
          <bdi lang={name?.language}>{name?.text}</bdi>
          <Code>{member.id}</Code>
          {member.committee ? <span>{t('members.committee')}</span> : null}
        </>
      }
    >
      <MemberFacts member={member} node={node} />
    </RecordRow>
  );
};

/** All members for the secretariat: their keys, and whether the hub hears from them. */
export const RegisterPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const byState = useByState();
  const { q = '' } = useSearch({ from: '/$lang/desk/members' });
  const navigate = useNavigate({ from: '/$lang/desk/members' });
  const members = useMembers();
  const health = useQuery(healthQuery(api, lang));
  const isSought = ({ id, mechanism }: MemberView): boolean =>
    [id, formats.country(mechanism.country), ...mechanism.names.map(({ value }) => value)].some((text) =>
      text.toLocaleLowerCase(lang).includes(q.trim().toLocaleLowerCase(lang)),
    );
  return (
    <Page>
      <PageHeader title={t('register.title')} lead={t('register.lead')} actions={<MembersExport />} />
      <Stack>
        <div className={styles.find}>
          <TextField
            id="register-find"
            type="search"
            label={t('register.find')}
            value={q}
            maxLength={100}
            onChange={(typed) => void navigate({ search: typed === '' ? {} : { q: typed }, replace: true, resetScroll: false })}
          />
        </div>
        <Loaded query={members}>
          {({ items }) => {
            const found = byState(items).filter(isSought);
            if (found.length === 0) {
              return (
                <EmptyState title={t('register.noneFound')}>
                  <p>{t('register.noneFoundHint')}</p>
                </EmptyState>
              );
            }
            return (
              <RecordList>
                {found.map((member) => (
                  <MemberRow key={member.id} member={member} node={health.data?.nodes.find(({ id }) => id === member.id)} />
                ))}
              </RecordList>
            );
          }}
        </Loaded>
      </Stack>
    </Page>
  );
};
