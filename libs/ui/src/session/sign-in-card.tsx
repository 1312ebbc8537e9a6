import { signIn } from '@nmirf/api-client/session';
import { signIn as credentials } from '@nmirf/contracts/identity/session';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { Button } from '../form/button.js';
import { PasswordField, TextField } from '../form/fields.js';
import { Form } from '../form/form.js';
import { DoorCard } from './door-card.js';
import { changeMe } from './me.js';

/** An address of this server to go on to; anything else is ignored, so that no link can lead elsewhere after a sign-in. */
const ownAddress = (next: string | undefined): string | undefined =>
  next !== undefined && /^\/[a-z]{2}(?:\/|$)/.test(next) ? next : undefined;

interface SignInProperties {
  /** Where a person goes who came for nothing else: an address below the language. */
  readonly home: string;
}

const SignInForm = ({ home }: SignInProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const { next }: { readonly next?: string | undefined } = useSearch({ strict: false });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const attempt = useMutation({
    mutationFn: () => signIn(api, { email: email.trim(), password }),
    onSuccess: (person) => {
      changeMe(queries, api, person);
      router.history.push(ownAddress(next) ?? `/${person.language}${home}`);
    },
  });
  const { shape } = credentials;
  const errors = [
    ...(shape.email.safeParse(email.trim()).success ? [] : [{ id: 'email', text: t('signIn.emailNeeded') }]),
    ...(shape.password.safeParse(password).success ? [] : [{ id: 'password', text: t('signIn.passwordNeeded') }]),
  ];
  return (
    <Form errors={errors} problem={attempt.error} onSubmit={() => attempt.mutate()}>
      {(errorOf) => (
        <>
          <TextField
            id="email"
            type="email"
            autoComplete="username"
            label={t('signIn.email')}
            error={errorOf('email')}
            value={email}
            onChange={setEmail}
            required
          />
          <PasswordField
            id="password"
            autoComplete="current-password"
            label={t('signIn.password')}
            error={errorOf('password')}
            value={password}
            onChange={setPassword}
            required
          />
          <div>
            <Button kind="main" submit busy={attempt.isPending}>
              {t('signIn.submit')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
};

/** `tagline` and `lead` say which server this is, and for whom. */
export const SignInCard = ({ home, tagline, lead }: SignInProperties & { readonly tagline: string; readonly lead: string }) => {
  const { t } = useTranslation();
  return (
    <DoorCard tagline={tagline} title={t('signIn.title')} lead={lead}>
      <SignInForm home={home} />
    </DoorCard>
  );
};
