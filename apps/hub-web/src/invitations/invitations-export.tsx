import { listInvitations } from '@nmirf/api-client/secretariat';
import type { InvitationView } from '@nmirf/contracts/network/enrolment';
import { useApi } from '@nmirf/ui/app/api-context';
import { ExportButton } from '@nmirf/ui/export/export-button';
import { useFormats } from '@nmirf/ui/language/use-language';
import { useMechanismName } from '@nmirf/ui/members/member-name';
import { useTranslation } from 'react-i18next';

/** All invitations as a file; never what they carry. */
export const InvitationsExport = () => {
  const { t } = useTranslation();
  const api = useApi();
  const formats = useFormats();
  const nameOf = useMechanismName();
  return (
    <ExportButton<InvitationView>
      name="invitations"
      page={(after) => listInvitations(api, { after, limit: 100 })}
      columns={[
        { title: t('invitations.state'), value: ({ mechanism }) => formats.country(mechanism.country) },
        { title: t('invitations.mechanism'), value: ({ mechanism }) => nameOf(mechanism)?.text },
        { title: t('invitations.node'), value: ({ node }) => node },
        { title: t('members.status'), value: ({ state }) => t(`invitationState.${state}`) },
        { title: t('invitations.column.preparedBy'), value: ({ preparedBy }) => preparedBy.name },
        { title: t('invitations.column.preparedAt'), value: ({ preparedAt }) => preparedAt },
        { title: t('invitations.column.issuedBy'), value: ({ issuedBy }) => issuedBy?.name },
        { title: t('invitations.column.issuedAt'), value: ({ issuedAt }) => issuedAt },
        { title: t('invitations.column.expiresAt'), value: ({ expiresAt }) => expiresAt },
        { title: t('invitations.column.tries'), value: ({ tries }) => tries },
      ]}
    />
  );
};
