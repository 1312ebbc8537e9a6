import { choosePassword } from '@nmirf/api-client/accounts';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { Button, ButtonLink } from '../form/button.js';
import { Form } from '../form/form.js';
import { Notice } from '../page/banner.js';
import { DoorCard } from '../session/door-card.js';
import { useNewPassword } from './password-fields.js';

const Choose = ({ token }: { readonly token: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const chosen = useNewPassword();
  const choosing = useMutation({ mutationFn: () => choosePassword(api, { token, password: chosen.password }) });
  if (choosing.isSuccess) {
    return (
      <Notice tone="good" title={t('welcome.done')}>
        <ButtonLink to="/$lang/sign-in" kind="main">
          {t('signIn.title')}
        </ButtonLink>
      </Notice>
    );
  }
  return (
    <Form errors={chosen.errors} problem={choosing.error} onSubmit={() => choosing.mutate()}>
      {(errorOf) => (
        <>
          {chosen.fields(errorOf)}
          <div>
            <Button submit kind="main" busy={choosing.isPending}>
              {t('welcome.choose')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
};

/** Where the link of an invitation leads. Its secret stands behind the `#`, which no server's log ever sees. */
export const ChoosePasswordCard = ({ tagline }: { readonly tagline: string }) => {
  const { t } = useTranslation();
  const token = useLocation({ select: ({ hash }) => hash });
  return (
    <DoorCard tagline={tagline} title={t('welcome.title')} lead={t('welcome.lead')}>
      <Choose token={token} />
    </DoorCard>
  );
};
