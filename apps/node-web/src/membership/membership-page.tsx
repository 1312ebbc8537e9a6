import { readMembership } from '@nmirf/api-client/membership';
import type { NodeKey, OwnMembership } from '@nmirf/contracts/members/own-membership';
import { useApi } from '@nmirf/ui/app/api-context';
import { useFormats, useLanguage } from '@nmirf/ui/language/use-language';
import { memberTones } from '@nmirf/ui/members/member-name';
import { Code, Facts } from '@nmirf/ui/page/facts';
import { Card, Hint, Page, PageHeader, Stack } from '@nmirf/ui/page/page';
import { RecordList, RecordRow } from '@nmirf/ui/page/record-list';
import { EmptyState, Loaded } from '@nmirf/ui/page/states';
import { StatusTag, type Tone } from '@nmirf/ui/page/status-tag';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@nmirf/ui/session/me';
import { AgreementCard } from './agreement-card.js';
import styles from './membership.module.css';
import { renewable, ReplaceKey } from './replace-key.js';

type KeyState = 'valid' | 'unnamed' | 'ended';

const stateOf = ({ from, to }: NodeKey): KeyState => (to !== undefined ? 'ended' : from === undefined ? 'unnamed' : 'valid');
const tones: Readonly<Record<KeyState, Tone>> = { valid: 'good', unnamed: 'waiting', ended: 'neutral' };

/** Large and in groups: somebody reads it into a telephone. */
const Fingerprint = ({ children }: { readonly children: string }) => (
  <bdi dir="ltr" className={styles.fingerprint}>
    {children}
  </bdi>
);

const KeyRow = ({ nodeKey }: { readonly nodeKey: NodeKey }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { use, kid, fingerprint, here, from, to } = nodeKey;
  const state = stateOf(nodeKey);
  const renews = renewable(nodeKey);
  const mayReplace = useMay('key:rotate') && renews !== undefined;
  return (
    <RecordRow
      title={t(`membership.use.${use}`)}
      status={<StatusTag tone={tones[state]} label={t(`membership.key.${state}`)} />}
      meta={
        <>
          {from === undefined ? null : <span>{t('membership.from', { position: formats.number(from) })}</span>}
          {to === undefined ? null : <span>{t('membership.to', { position: formats.number(to) })}</span>}
          <Code>{kid}</Code>
        </>
      }
    >
      <p>{t(`membership.useMeans.${use}`)}</p>
      <p>
        <Fingerprint>{fingerprint}</Fingerprint>
      </p>
      {use === 'rec' ? <Hint>{here ? t('membership.recHere') : t('membership.recAway')}</Hint> : null}
      {mayReplace ? <ReplaceKey use={renews} fingerprint={fingerprint} /> : null}
      {use !== 'rec' && state === 'valid' && !here ? <Hint>{t('membership.keyMissing')}</Hint> : null}
    </RecordRow>
  );
};

const RecordCard = ({ own: { mechanism, node } }: { readonly own: OwnMembership }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Card title={t('membership.record')}>
      {mechanism === undefined ? (
        <EmptyState title={t('membership.noRecord')}>
          <p>{t('membership.noRecordHint')}</p>
        </EmptyState>
      ) : (
        <Facts
          facts={[
            {
              term: t('membership.name'),
              value: mechanism.names.map(({ language, value }) => (
                <span key={language} className={styles.name}>
                  <bdi lang={language}>{value}</bdi>
                </span>
              )),
            },
            { term: t('practice.country'), value: formats.country(mechanism.country) },
            { term: t('practice.region'), value: t(`region.${mechanism.region}`) },
            { term: t('membership.kind'), value: t(`mechanismKind.${mechanism.kind}`) },
            { term: t('membership.languages'), value: formats.languageList(mechanism.languages) },
            { term: t('membership.established'), value: mechanism.established },
            { term: t('membership.url'), value: mechanism.url === undefined ? undefined : <Code>{mechanism.url}</Code> },
            { term: t('link.node'), value: <Code>{node}</Code> },
          ]}
        />
      )}
      <Hint>{t('membership.recordHint')}</Hint>
    </Card>
  );
};

const NetworkCard = ({ own: { membership, hub, network } }: { readonly own: OwnMembership }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Card title={t('membership.place')}>
      <Facts
        facts={[
          {
            term: t('membership.status'),
            value:
              membership === undefined ? (
                t('link.notEnrolled')
              ) : (
                <StatusTag tone={memberTones[membership.status]} label={t(`memberStatus.${membership.status}`)} />
              ),
          },
          { term: t('membership.since'), value: membership === undefined ? undefined : formats.date(membership.since) },
          { term: t('membership.committee'), value: membership?.committee === true ? t('membership.inCommittee') : undefined },
          { term: t('link.hub'), value: hub === undefined ? undefined : <Code>{hub}</Code> },
          {
            term: t('membership.network'),
            value: network === undefined ? undefined : <Fingerprint>{network.fingerprint}</Fingerprint>,
          },
        ]}
      />
      <Hint>{t('membership.networkHint')}</Hint>
    </Card>
  );
};

/** What this node is: its mechanism's public record, its place in the network, and its keys. */
export const MembershipPage = () => {
  const { t } = useTranslation();
  const api = useApi();
  const lang = useLanguage();
  const own = useQuery({ queryKey: ['membership', lang], queryFn: ({ signal }) => readMembership(api, signal) });
  return (
    <Page>
      <PageHeader title={t('navigation.membership')} lead={t('membership.lead')} />
      <Loaded query={own}>
        {(found) => (
          <Stack>
            <div className={styles.cards}>
              <RecordCard own={found} />
              <NetworkCard own={found} />
            </div>
            <Card title={t('membership.keys')}>
              <Stack>
                <Hint>{t('membership.keysHint')}</Hint>
                {found.keys.length === 0 ? (
                  <EmptyState title={t('membership.noKeys')} />
                ) : (
                  <RecordList>
                    {found.keys.map((key) => (
                      <KeyRow key={key.kid} nodeKey={key} />
                    ))}
                  </RecordList>
                )}
              </Stack>
            </Card>
            <AgreementCard own={found} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
};
