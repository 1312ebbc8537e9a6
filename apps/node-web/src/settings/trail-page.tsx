import type { AuditEntry } from '@nmirf/contracts/audit/audit';
import { AuditPage } from '@nmirf/ui/audit/audit-page';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const ToPractice = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation();
  return (
    <Link to="/$lang/practices/$id" params={{ lang: useLanguage(), id }}>
      {t('audit.openPractice')}
    </Link>
  );
};

const wayTo = ({ action, subject }: AuditEntry) =>
  action.startsWith('practice.') && subject !== undefined ? <ToPractice id={subject} /> : undefined;

/** The audit trail of the node; what was done to a practice leads there. */
export const TrailPage = () => <AuditPage wayTo={wayTo} />;
