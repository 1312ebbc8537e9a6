import { resourceAudience } from '@nmirf/contracts/resources/resource';
import { ChoiceField } from '@nmirf/ui/form/fields';
import { Card, Hint, Stack } from '@nmirf/ui/page/page';
import { readersWord } from '@nmirf/ui/resources/readers-mark';
import { useTranslation } from 'react-i18next';
import type { ResourceFieldsProperties } from './resource-fields.js';

/** Who may read the resource, and in plain words who that is. */
export const AudienceField = ({ record: { audience }, onChange, disabled }: ResourceFieldsProperties) => {
  const { t } = useTranslation();
  return (
    <Card title={t('ownResources.audience')}>
      <Stack tight>
        <ChoiceField
          id="audience"
          label={t('resources.readers')}
          hint={t('ownResources.audienceHint')}
          value={audience}
          disabled={disabled}
          choices={resourceAudience.options.map((value) => ({ value, label: t(readersWord(value)) }))}
          onChange={(value) => {
            onChange({ audience: resourceAudience.parse(value) });
          }}
        />
        <Hint>{t(`ownResources.audienceMeans.${audience === '*' ? 'everyone' : audience}`)}</Hint>
      </Stack>
    </Card>
  );
};
