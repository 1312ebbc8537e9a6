import { ButtonLink } from '@nmirf/ui/form/button';
import { Page, PageHeader } from '@nmirf/ui/page/page';
import { ProblemNotice } from '@nmirf/ui/page/states';
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

export const NodeNotFound = () => {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('notFound.title')} lead={t('notFound.lead')} />
      <ButtonLink to="/$lang" kind="main">
        {t('notFound.back')}
      </ButtonLink>
    </Page>
  );
};
