import { auditAction } from '@nmirf/contracts/audit/audit';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateField } from '../form/date-field.js';
import { ChoiceField } from '../form/fields.js';
import { FieldGrid } from '../form/rows.js';
import { useFormats } from '../language/use-language.js';
import { Hint } from '../page/page.js';
import type { AuditSearch } from './audit-search.js';

/** What was done, on which days, and by whom: kept in the address. */
export const AuditFilters = ({ search }: { readonly search: AuditSearch }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const navigate = useNavigate();
  const { action, person, from, to } = search;
  const narrow = (changes: { readonly [Name in keyof AuditSearch]: AuditSearch[Name] | undefined }): void =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...changes, after: undefined }), resetScroll: false });
  const isBackwards = from !== undefined && to !== undefined && to < from;
  return (
    <>
      <FieldGrid>
        <ChoiceField
          id="audit-action"
          label={t('audit.byAction')}
          value={action ?? ''}
          choices={[
            { value: '', label: t('audit.anyAction') },
            ...auditAction.options
              .map((value) => ({ value, label: t(`auditAction.${value}`) }))
              .sort((a, b) => formats.compare(a.label, b.label)),
          ]}
          onChange={(chosen) => {
            narrow({ action: auditAction.safeParse(chosen).data });
          }}
        />
        <DateField
          id="audit-from"
          label={t('audit.from')}
          value={from}
          onChange={(day) => {
            narrow({ from: day });
          }}
        />
        <DateField
          id="audit-to"
          label={t('audit.to')}
          error={isBackwards ? t('audit.backwards') : undefined}
          value={to}
          onChange={(day) => {
            narrow({ to: day });
          }}
        />
      </FieldGrid>
      {from === undefined && to === undefined ? null : <Hint>{t('audit.days')}</Hint>}
      {person === undefined ? null : (
        <p>
          <Link to="." search={(old: AuditSearch) => ({ ...old, person: undefined, after: undefined })}>
            {t('audit.everybody')}
          </Link>
        </p>
      )}
    </>
  );
};
