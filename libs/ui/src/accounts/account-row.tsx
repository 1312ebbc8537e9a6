import type { AccountView, PasswordLink } from '@nmirf/contracts/identity/account';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../form/button.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { Row } from '../page/page.js';
import { RecordRow } from '../page/record-list.js';
import { StatusTag, type Tone } from '../page/status-tag.js';
import { useMay, useMe } from '../session/me.js';
import { LinkDialog, LockDialog, RolesDialog } from './account-dialogs.js';

const tones: Readonly<Record<AccountView['state'], Tone>> = { active: 'good', invited: 'waiting', locked: 'bad' };

type Step = 'roles' | 'link' | 'lock';

interface AccountRowProperties {
  readonly account: AccountView;
  /** The page of the audit trail. */
  readonly trail: string;
  readonly onLink: (account: AccountView, link: PasswordLink) => void;
}

const Steps = ({ account, onStep }: { readonly account: AccountView; readonly onStep: (step: Step) => void }) => {
  const { t } = useTranslation();
  const { name, state } = account;
  const step = (kind: Step, text: string, danger = false) => (
    <Button size="sm" kind={danger ? 'danger' : 'plain'} label={`${text}: ${name}`} opensDialog onClick={() => onStep(kind)}>
      {text}
    </Button>
  );
  return (
    <Row>
      {step('roles', t('accounts.changeRoles'))}
      {state === 'locked' ? null : step('link', t('accounts.newLink'))}
      {state === 'locked' ? step('lock', t('accounts.unlock')) : step('lock', t('accounts.lock'), true)}
    </Row>
  );
};

/** One account and what an administrator can do with it; their own they change on their own page. */
export const AccountRow = ({ account, trail, onLink }: AccountRowProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const lang = useLanguage();
  const me = useMe();
  const mayRead = useMay('audit:read');
  const [step, setStep] = useState<Step>();
  const { id, name, email, roles, state, lastSeenAt, linkUntil } = account;
  const close = (): void => {
    setStep(undefined);
  };
  return (
    <RecordRow
      title={<bdi>{name}</bdi>}
      status={<StatusTag tone={tones[state]} label={t(`accountState.${state}`)} />}
      meta={
        <>
          <bdi>{email}</bdi>
          <span>{roles.length === 0 ? t('accounts.noRole') : formats.list(roles.map((role) => t(`role.${role}`)))}</span>
          <span>{lastSeenAt === undefined ? t('accounts.neverSeen') : t('account.lastSeen', { time: formats.dateTime(lastSeenAt) })}</span>
          {linkUntil === undefined ? null : <span>{t('accounts.linkUntil', { time: formats.dateTime(linkUntil) })}</span>}
          {mayRead ? (
            <Link to={trail} params={{ lang }} search={{ person: id }}>
              {t('accounts.trail')}
            </Link>
          ) : null}
        </>
      }
      actions={me?.id === id ? <span>{t('accounts.yourself')}</span> : <Steps account={account} onStep={setStep} />}
    >
      {step === 'roles' ? <RolesDialog account={account} onClose={close} /> : null}
      {step === 'lock' ? <LockDialog account={account} onClose={close} /> : null}
      {step === 'link' ? <LinkDialog account={account} onClose={close} onMade={(link) => onLink(account, link)} /> : null}
    </RecordRow>
  );
};
