import { readMembership } from '@nmirf/api-client/membership';
import { useApi } from '@nmirf/ui/app/api-context';
import { ChecksField } from '@nmirf/ui/form/fields';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { useByState, useMembers } from '@nmirf/ui/members/member-name';
import { Notice } from '@nmirf/ui/page/banner';
import { Hint } from '@nmirf/ui/page/page';
import { Loaded } from '@nmirf/ui/page/states';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

interface ReadersFieldProperties {
  readonly chosen: readonly string[];
  readonly disabled: boolean;
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The other members, by their States: those that something can be encrypted to, and the names of those that cannot be chosen yet. */
export const ReadersField = ({ chosen, disabled, error, onChange }: ReadersFieldProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const formats = useFormats();
  const byState = useByState();
  const members = useMembers();
  const own = useQuery({ queryKey: ['membership', lang], queryFn: ({ signal }) => readMembership(api, signal) });
  return (
    <Loaded query={members}>
      {({ items }) => {
        const others = byState(items.filter(({ id, status }) => id !== own.data?.node && status === 'active'));
        const without = others.filter(({ sealable }) => !sealable);
        const choices = others
          .filter(({ id, sealable }) => sealable || chosen.includes(id))
          .map(({ id, mechanism }) => ({ value: id, label: formats.country(mechanism.country) }));
        return (
          <>
            {own.data !== undefined && own.data.agreement === undefined ? (
              <Notice tone="warning" title={t('ownResources.readersOwnKey')} />
            ) : null}
            {choices.length === 0 ? (
              <Hint>{t('ownResources.readersNone')}</Hint>
            ) : (
              <ChecksField id="audience" label={t('ownResources.readers')} {...{ choices, chosen, disabled, error, onChange }} />
            )}
            {without.length === 0 ? null : (
              <Hint>
                {t('ownResources.readersNoKey', {
                  states: formats.list(without.map(({ mechanism }) => formats.country(mechanism.country))),
                })}
              </Hint>
            )}
          </>
        );
      }}
    </Loaded>
  );
};
