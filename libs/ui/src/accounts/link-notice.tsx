import type { AccountView, PasswordLink } from '@nmirf/contracts/identity/account';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../form/button.js';
import { useFormats } from '../language/use-language.js';
import { Notice } from '../page/banner.js';
import { Code } from '../page/facts.js';
import { Row } from '../page/page.js';

interface LinkNoticeProperties {
  readonly account: Pick<AccountView, 'name' | 'language'>;
  readonly link: PasswordLink;
  readonly onDone: () => void;
}

/** A link to choose a password, shown this once: in the language of the person it is for. */
export const LinkNotice = ({ account: { name, language }, link, onDone }: LinkNoticeProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  const address = `${location.origin}/${language}/welcome#${link.token}`;
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="good" title={t('accounts.linkFor', { name })}>
        <p>{t('accounts.linkHand', { time: formats.dateTime(link.expiresAt) })}</p>
        <p>
          <Code>{address}</Code>
        </p>
        <Row>
          <Button size="sm" kind="main" onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
            {copied ? t('accounts.linkCopied') : t('accounts.linkCopy')}
          </Button>
          <Button size="sm" onClick={onDone}>
            {t('accounts.linkDone')}
          </Button>
        </Row>
      </Notice>
    </div>
  );
};
