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

const ToResource = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation();
  return (
    <Link to="/$lang/own-resources/$id" params={{ lang: useLanguage(), id }}>
      {t('audit.openResource')}
    </Link>
  );
};

/** Lists that hold what an entry is about, by the start of its action. */
const lists = [
  ['proposal.', '/$lang/proposals', 'proposals.title'],
  ['statistics.', '/$lang/statistics', 'statistics.title'],
  ['recommendations.', '/$lang/recommendations', 'recommendations.title'],
  ['key.', '/$lang/membership', 'membership.title'],
] as const;

const ToList = ({ list: [, to, title] }: { readonly list: (typeof lists)[number] }) => {
  const { t } = useTranslation();
  return (
    <Link to={to} params={{ lang: useLanguage() }}>
      {t(title)}
    </Link>
  );
};

const wayTo = ({ action, subject }: AuditEntry) => {
  if ((action.startsWith('practice.') || action === 'allowed-word.forgotten') && subject !== undefined) return <ToPractice id={subject} />;
  if (action.startsWith('resource.') && subject !== undefined) return <ToResource id={subject} />;
  const list = lists.find(([start]) => action.startsWith(start));
  return list === undefined ? undefined : <ToList list={list} />;
};

/** The audit trail of the node; an entry leads to what it is about. */
export const TrailPage = () => <AuditPage wayTo={wayTo} />;
