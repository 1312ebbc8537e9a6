import { resourceAudience, type ResourceAudience } from '@nmirf/contracts/resources/resource';
import { ChoiceField } from '@nmirf/ui/form/fields';
import { Card, Hint, Stack } from '@nmirf/ui/page/page';
import { kindOf, readersWord } from '@nmirf/ui/resources/readers-mark';
import { useTranslation } from 'react-i18next';
import { ReadersField } from './readers-field.js';
import type { ResourceFieldsProperties } from './resource-fields.js';

const choices: readonly ResourceAudience[] = ['*', 'members', []];

/** Who may read the resource, and in plain words who that is. */
export const AudienceField = ({ record: { audience }, onChange, disabled, errorOf }: ResourceFieldsProperties) => {
  const { t } = useTranslation();
  return (
    <Card title={t('ownResources.audience')}>
      <Stack tight>
        <ChoiceField
          id={typeof audience === 'string' ? 'audience' : 'audience-kind'}
          label={t('resources.readers')}
          hint={t('ownResources.audienceHint')}
          value={kindOf(audience)}
          disabled={disabled}
          choices={choices.map((value) => ({ value: kindOf(value), label: t(readersWord(value)) }))}
          onChange={(chosen) => {
            onChange({ audience: choices.find((value) => kindOf(value) === chosen) ?? '*' });
          }}
        />
        <Hint>{t(`ownResources.audienceMeans.${kindOf(audience)}`)}</Hint>
        {typeof audience === 'string' ? null : (
          <ReadersField
            chosen={audience}
            disabled={disabled}
            error={errorOf('audience')}
            onChange={(readers) => {
              onChange({ audience: resourceAudience.parse(readers) });
            }}
          />
        )}
      </Stack>
    </Card>
  );
};
