import { listEnrolments } from '@nmirf/api-client/secretariat';
import type { EnrolmentView } from '@nmirf/contracts/network/enrolment';
import { useApi } from '@nmirf/ui/app/api-context';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useMechanismName } from '@nmirf/ui/members/member-name';
import { useTranslation } from 'react-i18next';

/** All applications as a file. */
export const EnrolmentsExport = () => {
  const { t } = useTranslation();
  const api = useApi();
  const formats = useFormats();
  const nameOf = useMechanismName();
  return (
    <ExportButton<EnrolmentView>
      name="applications"
      page={(after) => listEnrolments(api, { after, limit: 100 })}
      columns={[
        { title: t('invitations.state'), value: ({ mechanism }) => formats.country(mechanism.country) },
        { title: t('enrolments.mechanism'), value: ({ mechanism }) => nameOf(mechanism)?.text },
        { title: t('invitations.node'), value: ({ node }) => node },
        { title: t('members.status'), value: ({ state }) => t(`enrolmentState.${state}`) },
        { title: t('enrolments.receivedAt'), value: ({ receivedAt }) => receivedAt },
        { title: t('enrolments.fingerprint'), value: ({ fingerprint }) => fingerprint },
        { title: t('enrolments.column.approvals'), value: ({ approvals }) => approvals.map(({ by }) => by.name).join(' · ') },
        { title: t('enrolments.column.refusedAt'), value: ({ refusal }) => refusal?.at },
      ]}
    />
  );
};
