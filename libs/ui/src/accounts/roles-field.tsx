import { listRoles } from '@nmirf/api-client/accounts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { ChecksField } from '../form/fields.js';
import { Loaded, LoadingRows } from '../page/states.js';

interface RolesFieldProperties {
  readonly id: string;
  readonly chosen: readonly string[];
  readonly error?: string | undefined;
  readonly onChange: (roles: readonly string[]) => void;
}

/** The roles this server knows, each with what it is for. */
export const RolesField = ({ id, chosen, error, onChange }: RolesFieldProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const roles = useQuery({ queryKey: ['roles'], queryFn: ({ signal }) => listRoles(api, signal), staleTime: Infinity });
  return (
    <Loaded query={roles} loading={<LoadingRows rows={1} height={120} />}>
      {(known) => (
        <ChecksField
          id={id}
          label={t('accounts.roles')}
          error={error}
          chosen={chosen}
          choices={known.map(({ role }) => ({ value: role, label: t(`role.${role}`), hint: t(`roleMeans.${role}`) }))}
          onChange={onChange}
        />
      )}
    </Loaded>
  );
};
