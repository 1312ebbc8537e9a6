import type { PracticeView, ReviewView } from '@nmirf/contracts/practices/authoring';
import { Button } from '@nmirf/ui/form/button';
import { LongTextField } from '@nmirf/ui/form/fields';
import { Notice } from '@nmirf/ui/page/banner';
import { Code } from '@nmirf/ui/page/facts';
import { Card, Hint, Row, Stack } from '@nmirf/ui/page/page';
import { ProblemNotice } from '@nmirf/ui/page/states';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@nmirf/ui/session/me';
import { fieldOf } from './located.js';
import styles from './review.module.css';
import type { Gate } from './use-gate.js';

interface ReleaseCardProperties {
  readonly practice: PracticeView;
  readonly review: ReviewView;
  readonly gate: Gate;
}

/** Sends the practice back to its author with a reason. */
const Return = ({ gate }: { readonly gate: Gate }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!open) {
    return (
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('gate.return')}
      </Button>
    );
  }
  return (
    <div className={styles.return}>
      <LongTextField id="return-reason" label={t('gate.returnReason')} value={reason} onChange={setReason} />
      <Row>
        <Button
          disabled={reason.trim() === ''}
          busy={gate.returning.isPending}
          onClick={() => {
            gate.returning.mutate(reason.trim());
          }}
        >
          {t('gate.returnNow')}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            setOpen(false);
          }}
        >
          {t('gate.cancel')}
        </Button>
      </Row>
    </div>
  );
};

/** What stands in the way, each remedy once, with the fields it is needed in. */
const Obstacles = ({ obstacles }: { readonly obstacles: ReviewView['obstacles'] }) => {
  const { t, i18n } = useTranslation();
  const nameOf = (path: string): string => {
    const key = `gate.field.${fieldOf(path)}`;
    return i18n.exists(key, { ns: 'writing' }) ? t(key) : path;
  };
  const details = [...new Set(obstacles.map(({ detail }) => detail))];
  return (
    <div>
      <p>{t('gate.obstacles', { count: obstacles.length })}</p>
      <ul className={styles.obstacles}>
        {details.map((detail) => (
          <li key={detail}>
            {detail}
            <span className={styles.fields}>
              {[...new Set(obstacles.filter((obstacle) => obstacle.detail === detail).map(({ path }) => nameOf(path)))].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What still stands in the way, and the release, which binds to exactly the text on this page. */
export const ReleaseCard = ({ practice, review, gate }: ReleaseCardProperties) => {
  const { t } = useTranslation();
  const mayRelease = useMay('practice:release');
  const { digest } = review;
  const done = practice.state === 'released';
  return (
    <Card title={t('gate.release')}>
      <Stack>
        {done ? <Notice tone="good" title={t('gate.released')} /> : null}
        {!done && review.obstacles.length > 0 ? <Obstacles obstacles={review.obstacles} /> : null}
        {gate.releasing.isError ? <ProblemNotice error={gate.releasing.error} /> : null}
        {gate.returning.isError ? <ProblemNotice error={gate.returning.error} /> : null}
        {digest === undefined ? null : (
          <Hint>
            {t('gate.digest')} <Code>{digest}</Code>
          </Hint>
        )}
        {done ? null : (
          <Row>
            {mayRelease ? (
              <Button
                kind="main"
                disabled={!review.mayRelease || digest === undefined}
                busy={gate.releasing.isPending}
                onClick={() => {
                  if (digest !== undefined) gate.releasing.mutate(digest);
                }}
              >
                {t('gate.releaseNow')}
              </Button>
            ) : null}
            <Return gate={gate} />
          </Row>
        )}
        {mayRelease || done ? null : <Hint>{t('gate.mayNotRelease')}</Hint>}
      </Stack>
    </Card>
  );
};
