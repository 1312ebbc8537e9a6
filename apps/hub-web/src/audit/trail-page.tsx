import type { AuditEntry } from '@nmirf/contracts/audit/audit';
import { AuditPage } from '@nmirf/ui/audit/audit-page';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const ToApplication = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation();
  return (
    <Link to="/$lang/desk/enrolments/$id" params={{ lang: useLanguage(), id }}>
      {t('audit.openApplication')}
    </Link>
  );
};

const ToInvitations = () => {
  const { t } = useTranslation();
  return (
    <Link to="/$lang/desk/invitations" params={{ lang: useLanguage() }}>
      {t('audit.openInvitations')}
    </Link>
  );
};

const wayTo = ({ action, subject }: AuditEntry) => {
  if (action.startsWith('enrolment.') && subject !== undefined) return <ToApplication id={subject} />;
  return action.startsWith('invitation.') ? <ToInvitations /> : undefined;
};

/** The audit trail of the hub; what was done to an application or an invitation leads there. */
export const TrailPage = () => <AuditPage wayTo={wayTo} />;
