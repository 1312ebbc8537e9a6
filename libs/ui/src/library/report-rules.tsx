import { fieldAction, publicationPolicies, type FieldAction } from '@nmirf/contracts/practices/policy';
import type { AnonymisationReport } from '@nmirf/contracts/practices/report';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { Facts } from '../page/facts.js';
import { Hint } from '../page/page.js';

/** What the policy that a report names says of every practice, in plain words, and where this one was treated otherwise. */
export const ReportRules = ({ report }: { readonly report: AnonymisationReport }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { version } = report.policy;
  const policy = publicationPolicies[version];
  if (policy === undefined) return <p>{t('report.unknownPolicy', { version })}</p>;
  const names = (fields: readonly string[]): string => formats.list(fields.map((field) => t(`report.field.${field.replace('.', '-')}`)));
  const withAction = (action: FieldAction): string[] => Object.keys(policy.fields).filter((field) => policy.fields[field] === action);
  const numbers = { least: policy.smallestCell, base: policy.rounding };
  return (
    <>
      <Facts
        facts={fieldAction.options.map((action) => ({ term: t(`report.action.${action}`, numbers), value: names(withAction(action)) }))}
      />
      {report.actions.length === 0 ? null : <Hint>{t('report.here', { fields: names(report.actions.map(({ field }) => field)) })}</Hint>}
    </>
  );
};
