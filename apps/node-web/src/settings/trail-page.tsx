import type { AuditEntry } from '@nmirf/contracts/audit/audit';
import { AuditPage } from '@nmirf/ui/audit/audit-page';
import { useLanguage } from '@nmirf/ui/language/use-language';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Texts of the desk that entries are about, by the start of their action. */
const texts = [
  ['practice.', '/$lang/practices/$id', 'audit.openPractice'],
  ['allowed-word.forgotten', '/$lang/practices/$id', 'audit.openPractice'],
  ['resource.', '/$lang/own-resources/$id', 'audit.openResource'],
] as const;

/** Lists that hold what an entry is about, by the start of its action. */
const lists = [
  ['proposal.', '/$lang/proposals', 'navigation.proposals'],
  ['statistics.', '/$lang/statistics', 'statistics.title'],
  ['recommendations.', '/$lang/recommendations', 'recommendations.title'],
  ['key.', '/$lang/membership', 'navigation.membership'],
] as const;

type Way = (typeof texts | typeof lists)[number];

const To = ({ way: [, to, title], id }: { readonly way: Way; readonly id?: string | undefined }) => {
  const { t } = useTranslation();
  return (
    <Link to={to} params={{ lang: useLanguage(), id }}>
      {t(title)}
    </Link>
  );
};

const wayTo = ({ action, subject }: AuditEntry) => {
  const ways: readonly Way[] = subject === undefined ? lists : [...texts, ...lists];
  const way = ways.find(([start]) => action.startsWith(start));
  return way === undefined ? undefined : <To way={way} id={subject} />;
};

/** The audit trail of the node; an entry leads to what it is about. */
export const TrailPage = () => <AuditPage wayTo={wayTo} />;
