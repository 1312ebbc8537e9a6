import type { ApiClient } from '@nmirf/api-client/client';
import type { LogEvidence } from '@nmirf/contracts/network/log';
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconShieldCheckFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../app/api-context.js';
import { Content } from '../language/content-text.js';
import { useFormats, useLanguage } from '../language/use-language.js';
import { useMechanismName, useMemberOf, useStateOf } from '../members/member-name.js';
import { Code, Facts } from '../page/facts.js';
import { Card, Hint } from '../page/page.js';
import { Loaded, LoadingRows } from '../page/states.js';
import type { Shown } from './check-evidence.js';
import type { CheckStep } from './evidence-check.js';
import styles from './verification.module.css';

const Result = ({ steps }: { readonly steps: readonly CheckStep[] }) => {
  const { t } = useTranslation();
  const holds = steps.every((step) => step.holds);
  return (
    <>
      <p className={styles.result} data-holds={holds} role="status">
        {holds ? <IconShieldCheckFilled size={22} aria-hidden /> : <IconAlertTriangleFilled size={22} aria-hidden />}
        {holds ? t('verification.holds') : t('verification.fails')}
      </p>
      <ul className={styles.steps}>
        {steps.map(({ name, holds: held }) => (
          <li key={name} data-holds={held}>
            {held ? <IconCircleCheckFilled size={18} aria-hidden /> : <IconAlertTriangleFilled size={18} aria-hidden />}
            <span>
              {held ? t(`verification.step.${name}.holds`) : t(`verification.step.${name}.fails`)}
              <span>{t(`verification.step.${name}.means`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Who has verified this checkpoint too, as far as this browser could check it, and whether that is enough. */
const Witnesses = ({ ids, isEnough }: { readonly ids: readonly string[]; readonly isEnough: boolean }) => {
  const { t } = useTranslation();
  const memberOf = useMemberOf();
  const stateOf = useStateOf();
  const nameOf = useMechanismName();
  if (ids.length === 0) return <Hint>{t('verification.unwitnessed')}</Hint>;
  return (
    <div className={styles.witnesses}>
      <p>{t('verification.witnesses', { count: ids.length })}</p>
      <ul>
        {ids.map((id) => {
          const member = memberOf(id);
          return (
            <li key={id}>
              {stateOf(id)} <Content as="span" text={member && nameOf(member.mechanism)} />
            </li>
          );
        })}
      </ul>
      <p>{isEnough ? t('verification.witnessed') : t('verification.notYetWitnessed')}</p>
    </div>
  );
};

const Evidence = ({ place, evidence }: { readonly place: Shown['place']; readonly evidence: LogEvidence }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={styles.place}>
      <Facts
        facts={[
          { term: t('verification.position'), value: formats.number(evidence.position) },
          { term: t('verification.receivedAt'), value: formats.dateTime(place.receivedAt) },
          { term: t('verification.signedBy'), value: evidence.key === undefined ? undefined : <Code>{evidence.key.kid}</Code> },
          { term: t('verification.messageHash'), value: <Code>{place.messageHash}</Code> },
        ]}
      />
      {/* Nobody can check a proof on paper; the position, the key and the hash stand there already. */}
      <details className={`${styles.details ?? ''} no-print`}>
        <summary>{t('verification.raw')}</summary>
        <pre tabIndex={0} role="region" aria-label={t('verification.checkpoint')}>
          {evidence.checkpoint}
        </pre>
        <pre tabIndex={0} role="region" aria-label={t('verification.leaf')}>
          {evidence.leaf}
        </pre>
        <pre tabIndex={0} role="region" aria-label={t('verification.proof')}>
          {evidence.proof.join('\n')}
        </pre>
        {evidence.jws === undefined ? null : (
          <pre tabIndex={0} role="region" aria-label={t('verification.message')}>
            {evidence.jws}
          </pre>
        )}
      </details>
    </div>
  );
};

interface VerificationPanelProperties {
  readonly published: Shown;
  readonly read: (api: ApiClient, id: string, signal?: AbortSignal) => Promise<LogEvidence>;
}

/**
 * Shows where something published stands in the log and checks it again here, in the reader's own browser: the server's word is not needed.
 * The code that checks arrives only when this panel does.
 */
export const VerificationPanel = ({ published, read }: VerificationPanelProperties) => {
  const { t } = useTranslation();
  const api = useApi();
  const language = useLanguage();
  const key = [published.id, published.version];
  const evidence = useQuery({ queryKey: ['evidence', ...key, language], queryFn: ({ signal }) => read(api, published.id, signal) });
  const check = useQuery({
    queryKey: ['check', ...key, evidence.dataUpdatedAt],
    enabled: evidence.data !== undefined,
    queryFn: async () => {
      if (evidence.data === undefined) return { steps: [], witnesses: [] };
      const { checkEvidence, checkWitnesses } = await import('./check-evidence.js');
      return { steps: checkEvidence(published, evidence.data), witnesses: checkWitnesses(evidence.data) };
    },
  });
  // What came encrypted was compared by the server that could open it, and not by this browser.
  const isSealed = check.data?.steps.some(({ name }) => name === 'sealed') === true;
  return (
    <Card title={t('verification.title')} id="verification">
      <Loaded query={evidence} loading={<LoadingRows rows={1} height={180} />}>
        {(found) => (
          <>
            <Loaded query={check} loading={<LoadingRows rows={1} height={120} />}>
              {({ steps, witnesses }) => (
                <>
                  <Result steps={steps} />
                  <Witnesses ids={witnesses} isEnough={found.witnessed} />
                </>
              )}
            </Loaded>
            <Evidence place={published.place} evidence={found} />
            <Hint>{t(isSealed ? 'verification.limitsSealed' : 'verification.limits')}</Hint>
          </>
        )}
      </Loaded>
    </Card>
  );
};
