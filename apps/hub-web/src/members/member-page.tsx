import type { MemberView } from '@nmirf/contracts/members/mechanism';
import { useApi } from '@nmirf/ui/app/api-context';
import { Content } from '@nmirf/ui/language/content-text';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { LibraryList } from '@nmirf/ui/library/library-list';
import { memberTones, useMechanismName } from '@nmirf/ui/members/member-name';
import { memberQuery } from '@nmirf/ui/members/members-queries';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { Card, Columns, Hint, Page, PageHeader } from '@nmirf/ui/page/page';
import { EmptyState, Loaded, LoadingRows } from '@nmirf/ui/page/states';
import { StatusTag } from '@nmirf/ui/page/status-tag';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { memberPracticesQuery } from './member-practices-query.js';
import styles from './members.module.css';

const MemberFacts = ({ member }: { readonly member: MemberView }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { mechanism } = member;
  return (
    <Card title={t('members.facts')}>
      <Facts
        facts={[
          { term: t('members.status'), value: <StatusTag tone={memberTones[member.status]} label={t(`memberStatus.${member.status}`)} /> },
          { term: t('members.role'), value: member.committee ? t('members.committee') : undefined },
          { term: t('members.kind'), value: t(`mechanismKind.${mechanism.kind}`) },
          { term: t('members.region'), value: t(`region.${mechanism.region}`) },
          { term: t('members.established'), value: mechanism.established },
          { term: t('members.since'), value: formats.date(member.since) },
          { term: t('members.languages'), value: formats.languageList(mechanism.languages) },
          {
            term: t('members.site'),
            value:
              mechanism.url === undefined ? undefined : (
                <a href={mechanism.url} rel="noreferrer">
                  <bdi dir="ltr">{new URL(mechanism.url).host}</bdi>
                </a>
              ),
          },
        ]}
      />
    </Card>
  );
};

const MemberKeys = ({ keys }: { readonly keys: MemberView['keys'] }) => {
  const { t } = useTranslation();
  return (
    <Card title={t('members.keys')}>
      <div className={styles.keys}>
        <Facts
          facts={keys.map((key) => ({
            term: key.to === undefined ? t(`keyUse.${key.use}`) : t('members.formerKey', { use: t(`keyUse.${key.use}`) }),
            value: <Code>{key.fingerprint}</Code>,
          }))}
        />
      </div>
      <Hint>{t('members.keysHint')}</Hint>
    </Card>
  );
};

const MemberPractices = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const practices = useQuery(memberPracticesQuery(api, lang, id));
  return (
    <section aria-labelledby="member-practices">
      <h2 id="member-practices">{t('members.practices')}</h2>
      <Loaded query={practices} loading={<LoadingRows height={132} />}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title={t('members.noPractices')} />
          ) : (
            <>
              <LibraryList items={items} to="/$lang/practices/$id" />
              {next === undefined ? null : (
                <Link to="/$lang/practices" params={{ lang }} search={{ source: id }}>
                  {t('members.allPractices')}
                </Link>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
};

/** One mechanism as the network knows it: what it is, what it published, and the keys its messages are verified with. */
export const MemberPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const nameOf = useMechanismName();
  const { id } = useParams({ from: '/$lang/public/members/$id' });
  const member = useQuery(memberQuery(api, lang, id));
  return (
    <Page>
      <Loaded isPage query={member} loading={<LoadingRows rows={2} height={220} />}>
        {(found) => (
          <>
            <PageHeader
              title={formats.country(found.mechanism.country)}
              above={
                <p className="no-print">
                  <Link to="/$lang/members" params={{ lang }}>
                    {t('members.back')}
                  </Link>
                </p>
              }
            />
            <div className={styles.name}>
              <Content text={nameOf(found.mechanism)} />
            </div>
            <Columns
              aside={
                <>
                  <MemberFacts member={found} />
                  <MemberKeys keys={found.keys} />
                </>
              }
            >
              <MemberPractices id={id} />
            </Columns>
          </>
        )}
      </Loaded>
    </Page>
  );
};
