import { ButtonLink } from '@nmirf/ui/form/button';
import { Page } from '@nmirf/ui/page/page';
import { ProblemNotice } from '@nmirf/ui/page/states';
import { DoorCard } from '@nmirf/ui/session/door-card';
import { useTranslation } from 'react-i18next';

/** A fault of this client: said plainly, with the way back. */
export const NodeFailed = ({ error }: { readonly error: unknown }) => (
  <Page>
    <ProblemNotice
      error={error}
      onRetry={() => {
        location.reload();
      }}
    />
  </Page>
);

/** Stands outside the desk: whoever comes here may not be signed in. */
export const NodeNotFound = () => {
  const { t } = useTranslation();
  return (
    <DoorCard tagline={t('node.tagline')} title={t('notFound.title')} lead={t('notFound.lead')}>
      <ButtonLink to="/$lang" kind="main">
        {t('notFound.back')}
      </ButtonLink>
    </DoorCard>
  );
};
