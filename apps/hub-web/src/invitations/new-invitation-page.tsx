import { prepareInvitation } from '@nmirf/api-client/secretariat';
import { mechanism, mechanismKind } from '@nmirf/contracts/members/mechanism';
import type { InvitationDraft } from '@nmirf/contracts/network/enrolment';
import { countryCodes } from '@nmirf/languages/country-names';
import { menuOrder } from '@nmirf/languages/languages';
import { Button } from '@nmirf/ui/form/button';
import { ErrorSummary, type FieldError } from '@nmirf/ui/form/error-summary';
import { ChecksField, ChoiceField, TextField } from '@nmirf/ui/form/fields';
import { FieldGrid } from '@nmirf/ui/form/rows';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { Card, Hint, Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { ProblemNotice } from '@nmirf/ui/page/states';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../desk/use-decision.js';
import { emptyInvitation, readInvitation, usualNode, type InvitationField, type InvitationForm } from './invitation-form.js';

/** Where each field's input is. */
const inputs: Readonly<Record<InvitationField, string>> = {
  ...{ country: 'country', node: 'node', region: 'region', kind: 'kind', names: 'name-en', languages: 'languages', url: 'url' },
};

interface FieldsProperties {
  readonly form: InvitationForm;
  readonly onChange: (changed: Partial<InvitationForm>) => void;
  readonly errorOf: (field: InvitationField) => string | undefined;
}

const StateFields = ({ form, onChange, errorOf }: FieldsProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const states = [...countryCodes]
    .map((value) => ({ value, label: formats.country(value) }))
    .sort((a, b) => formats.compare(a.label, b.label));
  const none = { value: '', label: t('invitations.choose') };
  return (
    <FieldGrid>
      <ChoiceField
        id="country"
        label={t('invitations.state')}
        error={errorOf('country')}
        value={form.country}
        choices={[none, ...states]}
        onChange={(country) => {
          const isUsual = form.node === '' || form.node === usualNode(form.country);
          onChange({ country, ...(isUsual ? { node: usualNode(country) } : {}) });
        }}
        required
      />
      <TextField
        id="node"
        label={t('invitations.node')}
        hint={t('invitations.nodeHint')}
        error={errorOf('node')}
        value={form.node}
        maxLength={37}
        onChange={(node) => {
          onChange({ node });
        }}
        required
      />
      <ChoiceField
        id="region"
        label={t('invitations.region')}
        error={errorOf('region')}
        value={form.region}
        choices={[none, ...mechanism.shape.region.options.map((value) => ({ value, label: t(`region.${value}`) }))]}
        onChange={(region) => {
          onChange({ region });
        }}
        required
      />
      <ChoiceField
        id="kind"
        label={t('invitations.kind')}
        error={errorOf('kind')}
        value={form.kind}
        choices={[none, ...mechanismKind.options.map((value) => ({ value, label: t(`mechanismKind.${value}`) }))]}
        onChange={(kind) => {
          onChange({ kind });
        }}
        required
      />
    </FieldGrid>
  );
};

const MechanismFields = ({ form, onChange, errorOf }: FieldsProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Stack>
      <Hint>{t('invitations.namesHint')}</Hint>
      <FieldGrid>
        {menuOrder.map((language) => (
          <TextField
            key={language}
            id={`name-${language}`}
            label={t('invitations.nameIn', { language: formats.languageName(language) })}
            error={language === 'en' ? errorOf('names') : undefined}
            language={language}
            maxLength={300}
            value={form.names[language]}
            onChange={(value) => {
              onChange({ names: { ...form.names, [language]: value } });
            }}
          />
        ))}
      </FieldGrid>
      <ChecksField
        id="languages"
        label={t('invitations.languages')}
        error={errorOf('languages')}
        choices={menuOrder.map((value) => ({ value, label: formats.languageLabel(value) }))}
        chosen={form.languages}
        onChange={(languages) => {
          onChange({ languages });
        }}
      />
      <TextField
        id="url"
        label={t('invitations.url')}
        hint={t('invitations.urlHint')}
        error={errorOf('url')}
        value={form.url}
        onChange={(url) => {
          onChange({ url });
        }}
      />
    </Stack>
  );
};

/** Prepares an invitation; another officer issues it. */
export const NewInvitationPage = () => {
  const { t } = useTranslation();
  const lang = useLanguage();
  const navigate = useNavigate();
  const [form, setForm] = useState(emptyInvitation);
  const [wrong, setWrong] = useState<readonly InvitationField[]>([]);
  const preparation = useDecision(
    (api, draft: InvitationDraft) => prepareInvitation(api, draft),
    () => void navigate({ to: '/$lang/desk/invitations', params: { lang } }),
  );
  const errorOf = (field: InvitationField): string | undefined => (wrong.includes(field) ? t(`invitations.wrong.${field}`) : undefined);
  const errors: readonly FieldError[] = wrong.map((field) => ({ id: inputs[field], text: t(`invitations.wrong.${field}`) }));
  const submit = (): void => {
    const read = readInvitation(form);
    setWrong('wrong' in read ? read.wrong : []);
    if ('draft' in read) preparation.mutate(read.draft);
  };
  const onChange = (changed: Partial<InvitationForm>): void => {
    setForm((old) => ({ ...old, ...changed }));
  };
  return (
    <Page>
      <PageHeader
        title={t('invitations.newTitle')}
        lead={t('invitations.newLead')}
        above={
          <Link to="/$lang/desk/invitations" params={{ lang }}>
            {t('invitations.back')}
          </Link>
        }
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <ErrorSummary errors={errors} />
          {preparation.isError ? <ProblemNotice error={preparation.error} /> : null}
          <Card title={t('invitations.stateAndNode')}>
            <StateFields form={form} onChange={onChange} errorOf={errorOf} />
          </Card>
          <Card title={t('invitations.mechanism')}>
            <MechanismFields form={form} onChange={onChange} errorOf={errorOf} />
          </Card>
          <div>
            <Button kind="main" submit busy={preparation.isPending}>
              {t('invitations.prepare')}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
};
