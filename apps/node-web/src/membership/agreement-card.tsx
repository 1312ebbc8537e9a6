import { announceAgreementKey } from '@nmirf/api-client/membership';
import type { OwnMembership } from '@nmirf/contracts/members/own-membership';
import { useApi } from '@nmirf/ui/app/api-context';
import { Button } from '@nmirf/ui/form/button';
import { useFormats } from '@nmirf/ui/language/use-language';
import { Notice } from '@nmirf/ui/page/banner';
import { Code } from '@nmirf/ui/page/facts';
import { Card, Hint, Row, Stack } from '@nmirf/ui/page/page';
import { ProblemNotice } from '@nmirf/ui/page/states';
import { useMay } from '@nmirf/ui/session/me';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** The key that others encrypt to what only this mechanism is to read. */
export const AgreementCard = ({ own: { agreement, membership } }: { readonly own: OwnMembership }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const api = useApi();
  const queries = useQueryClient();
  const mayMake = useMay('key:rotate') && membership?.status === 'active';
  const making = useMutation({
    mutationFn: () => announceAgreementKey(api),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['membership'] }),
  });
  return (
    <Card title={t('membership.agreement.title')}>
      <Stack tight>
        <Hint>{t('membership.agreement.means')}</Hint>
        {agreement === undefined ? (
          <p>{t('membership.agreement.none')}</p>
        ) : (
          <p>
            {t('membership.agreement.from', { position: formats.number(agreement.from) })} <Code>{agreement.kid}</Code>
          </p>
        )}
        {agreement?.here === false ? <Notice tone="warning" title={t('membership.keyMissing')} /> : null}
        {making.isError ? <ProblemNotice error={making.error} /> : null}
        {making.isSuccess ? <Notice tone="good" title={t('membership.agreement.announced')} /> : null}
        {mayMake && !making.isSuccess ? (
          <Row>
            <Button
              busy={making.isPending}
              onClick={() => {
                making.mutate();
              }}
            >
              {t(agreement === undefined ? 'membership.agreement.create' : 'membership.agreement.replace')}
            </Button>
          </Row>
        ) : null}
      </Stack>
    </Card>
  );
};
