import { changeOwnAccount } from '@nmirf/api-client/accounts';
import { ownAccount } from '@nmirf/contracts/identity/account';
import type { PersonView } from '@nmirf/contracts/identity/session';
import { menuOrder, nativeNames } from '@nmirf/languages/languages';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { rememberLanguage } from '../app/language-route.js';
import { Button } from '../form/button.js';
import { ChoiceField, TextField } from '../form/fields.js';
import { FieldGrid } from '../form/rows.js';
import { Form } from '../form/form.js';
import { useLanguage } from '../language/use-language.js';
import { Card } from '../page/page.js';
import { useAddressIn } from '../language/address-in.js';
import { meQuery } from '../session/me.js';

/** Name and language of whoever is signed in. A new language shows at once. */
export const ProfileCard = ({ person }: { readonly person: PersonView }) => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const queries = useQueryClient();
  const router = useRouter();
  const addressIn = useAddressIn();
  const [name, setName] = useState(person.name);
  const [language, setLanguage] = useState(person.language);
  const saving = useMutation({
    mutationFn: () => changeOwnAccount(api, { name, language }),
    onSuccess: (changed) => {
      queries.setQueryData(meQuery(api).queryKey, changed);
      rememberLanguage(changed.language);
      if (changed.language !== lang) router.history.push(addressIn(changed.language));
    },
  });
  const errors = ownAccount.shape.name.safeParse(name).success ? [] : [{ id: 'own-name', text: t('account.nameNeeded') }];
  return (
    <Card title={t('account.profile')}>
      <Form errors={errors} problem={saving.error} onSubmit={() => saving.mutate()}>
        {(errorOf) => (
          <>
            <FieldGrid>
              <TextField
                id="own-name"
                label={t('account.name')}
                hint={t('account.nameHint')}
                maxLength={200}
                autoComplete="name"
                error={errorOf('own-name')}
                value={name}
                onChange={setName}
              />
              <ChoiceField
                id="own-language"
                label={t('account.language')}
                choices={menuOrder.map((value) => ({ value, label: nativeNames[value] }))}
                value={language}
                onChange={(value) => {
                  setLanguage(menuOrder.find((candidate) => candidate === value) ?? language);
                }}
              />
            </FieldGrid>
            <div>
              <Button submit kind="main" busy={saving.isPending}>
                {t('account.save')}
              </Button>
            </div>
            <p role="status">{saving.isSuccess ? t('account.saved') : ''}</p>
          </>
        )}
      </Form>
    </Card>
  );
};
