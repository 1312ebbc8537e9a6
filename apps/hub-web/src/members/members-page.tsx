import type { MemberView } from '@nmirf/contracts/members/mechanism';
import { Content } from '@nmirf/ui/language/content-text';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { memberTones, useByState, useMechanismName, useMembers } from '@nmirf/ui/members/member-name';
import { FilterLinks } from '@nmirf/ui/page/filter-links';
import { Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag, Tag } from '@nmirf/ui/page/status-tag';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MembersExport } from './members-export.js';
import styles from './members.module.css';
import { regions } from './members-search.js';

const Member = ({ member }: { readonly member: MemberView }) => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const formats = useFormats();
  const nameOf = useMechanismName();
  const { mechanism } = member;
  return (
    <article className={styles.member}>
      <h2>
        <Link to="/$lang/members/$id" params={{ lang, id: member.id }}>
          {formats.country(mechanism.country)}
        </Link>
      </h2>
      <Content text={nameOf(mechanism)} />
      <p className={styles.meta}>
        <span>{t(`region.${mechanism.region}`)}</span>
        <StatusTag tone={memberTones[member.status]} label={t(`memberStatus.${member.status}`)} />
        {member.committee ? <Tag label={t('members.committee')} /> : null}
      </p>
      <p className={styles.meta}>
        <span>{t(`mechanismKind.${mechanism.kind}`)}</span>
        <span>{t('members.published', { count: member.practices })}</span>
      </p>
    </article>
  );
};

/** Who belongs to the network, by name of State in the reader's language, and by region on demand. */
export const MembersPage = () => {
  const { t } = useTranslation();
  const byState = useByState();
  const { region } = useSearch({ from: '/$lang/public/members' });
  const members = useMembers();
  return (
    <Page>
      <PageHeader title={t('members.title')} lead={t('members.lead')} actions={<MembersExport />} />
      <Loaded query={members}>
        {({ items }) => {
          const there = regions.filter((value) => items.some(({ mechanism }) => mechanism.region === value));
          const shown = byState(items).filter(({ mechanism }) => region === undefined || mechanism.region === region);
          if (items.length === 0) return <EmptyState title={t('members.none')} />;
          return (
            <Stack>
              <FilterLinks
                label={t('members.byRegion')}
                name="region"
                choices={[
                  { value: undefined, label: t('members.allRegions') },
                  ...there.map((value) => ({ value, label: t(`region.${value}`) })),
                ]}
                chosen={region}
              />
              <p role="status" className={styles.count}>
                {t('members.found', { count: shown.length })}
              </p>
              <ul className={styles.members}>
                {shown.map((member) => (
                  <li key={member.id}>
                    <Member member={member} />
                  </li>
                ))}
              </ul>
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
};
