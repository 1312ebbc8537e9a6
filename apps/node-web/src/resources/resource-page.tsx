import { requestFile } from '@nmirf/api-client/resources';
import type { HeldFile } from '@nmirf/contracts/resources/library';
import { useApi } from '@nmirf/ui/app/api-context';
import { Button } from '@nmirf/ui/form/button';
import { Hint } from '@nmirf/ui/page/page';
import { ProblemNotice } from '@nmirf/ui/page/states';
import { ResourceView } from '@nmirf/ui/resources/resource-view';
import { useMay } from '@nmirf/ui/session/me';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TakedownButton } from '../library/takedown-button.js';

/** A file that is too large to be fetched by itself comes when somebody asks. */
const Fetch = ({ resource, file }: { readonly resource: string; readonly file: HeldFile }) => {
  const { t } = useTranslation();
  const api = useApi();
  const asking = useMutation({ mutationFn: () => requestFile(api, resource, file.sha256) });
  if (asking.isSuccess) return <Hint>{t('ownResources.asked')}</Hint>;
  return (
    <>
      {asking.isError ? <ProblemNotice error={asking.error} /> : null}
      <Button
        size="sm"
        busy={asking.isPending}
        onClick={() => {
          asking.mutate();
        }}
      >
        {t('ownResources.fetchName', { name: file.name })}
      </Button>
    </>
  );
};

export const ResourcePage = () => {
  const { id } = useParams({ from: '/$lang/desk/resources/$id' });
  const mayPropose = useMay('takedown:propose');
  return (
    <ResourceView
      id={id}
      list="/$lang/resources"
      absent={(resource, file) => <Fetch resource={resource.id} file={file} />}
      actions={mayPropose ? (resource) => <TakedownButton key={resource.id} subject={`resource:${resource.id}`} /> : undefined}
    />
  );
};
