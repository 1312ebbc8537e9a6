import type { MemberView } from '@nmirf/contracts/members/mechanism';
import { listMembers } from '@nmirf/api-client/library';
import { useApi } from '@nmirf/ui/app/api-context';
import { ExportButton, type ExportColumn } from '@nmirf/ui/export/export-button';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useMechanismName } from '@nmirf/ui/members/member-name';
import { useTranslation } from 'react-i18next';

/** All members as a file, keys included. */
export const MembersExport = () => {
  const { t } = useTranslation();
  const api = useApi();
  const formats = useFormats();
  const nameOf = useMechanismName();
  const keyOf = (wanted: MemberView['keys'][number]['use']): ExportColumn<MemberView> => ({
    title: t(`keyUse.${wanted}`),
    value: ({ keys }) => keys.find(({ use, to }) => use === wanted && to === undefined)?.fingerprint,
  });
  return (
    <ExportButton<MemberView>
      name="members"
      page={() => listMembers(api)}
      columns={[
        { title: t('practice.country'), value: ({ mechanism }) => formats.country(mechanism.country) },
        { title: t('members.mechanism'), value: ({ mechanism }) => nameOf(mechanism)?.text },
        { title: t('members.node'), value: ({ id }) => id },
        { title: t('members.region'), value: ({ mechanism }) => t(`region.${mechanism.region}`) },
        { title: t('members.kind'), value: ({ mechanism }) => t(`mechanismKind.${mechanism.kind}`) },
        { title: t('members.status'), value: ({ status }) => t(`memberStatus.${status}`) },
        { title: t('members.role'), value: ({ committee }) => (committee ? t('members.committee') : '') },
        { title: t('members.since'), value: ({ since }) => since },
        { title: t('members.languages'), value: ({ mechanism }) => mechanism.languages.join(' ') },
        { title: t('members.practices'), value: ({ practices }) => practices },
        { title: t('members.site'), value: ({ mechanism }) => mechanism.url },
        ...(['msg', 'wit', 'rec'] as const).map(keyOf),
      ]}
    />
  );
};
