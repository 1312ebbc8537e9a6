import { changeOwnPassword } from '@nmirf/api-client/accounts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { Button } from '../form/button.js';
import { PasswordField } from '../form/fields.js';
import { Form } from '../form/form.js';
import { FieldGrid } from '../form/rows.js';
import { Card } from '../page/page.js';
import { useNewPassword } from './password-fields.js';
import { sessionsKey } from './sessions-card.js';

/** A new password for whoever knows the current one. */
export const PasswordCard = () => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const chosen = useNewPassword();
  const saving = useMutation({
    mutationFn: () => changeOwnPassword(api, { current, password: chosen.password }),
    onSuccess: async () => {
      setCurrent('');
      chosen.clear();
      await queries.invalidateQueries({ queryKey: [sessionsKey] });
    },
  });
  const errors = [...(current === '' ? [{ id: 'current-password', text: t('account.currentNeeded') }] : []), ...chosen.errors];
  return (
    <Card title={t('account.password')}>
      <Form errors={errors} problem={saving.error} onSubmit={() => saving.mutate()}>
        {(errorOf) => (
          <>
            <FieldGrid>
              <PasswordField
                id="current-password"
                label={t('account.currentPassword')}
                autoComplete="current-password"
                error={errorOf('current-password')}
                value={current}
                onChange={setCurrent}
              />
            </FieldGrid>
            <FieldGrid>{chosen.fields(errorOf)}</FieldGrid>
            <div>
              <Button submit busy={saving.isPending}>
                {t('account.changePassword')}
              </Button>
            </div>
            <p role="status">{saving.isSuccess ? t('account.passwordChanged') : ''}</p>
          </>
        )}
      </Form>
    </Card>
  );
};
