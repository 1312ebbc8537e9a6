import type { PracticeDraftRecord } from '@nmirf/contracts/practices/record';
import { Button } from '@nmirf/ui/form/button';
import { LongTextField, TextField } from '@nmirf/ui/form/fields';
import { FieldGrid, Rows } from '@nmirf/ui/form/rows';
import { Card, Hint, Stack } from '@nmirf/ui/page/page';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SectionProperties } from './section.js';

type Contact = PracticeDraftRecord['contacts'][number];

interface ContactFieldsProperties {
  readonly contact: Contact;
  readonly index: number;
  readonly readOnly: boolean;
  readonly error: string | undefined;
  readonly onChange: (changes: Partial<Contact>) => void;
}

const blankToAbsent = (text: string): string | undefined => (text === '' ? undefined : text);

const ContactFields = ({ contact, index, readOnly, error, onChange }: ContactFieldsProperties) => {
  const { t } = useTranslation();
  const field = (name: keyof Contact) => ({
    id: `contact-${String(index)}-${name}`,
    label: t(`editor.contact.${name}`),
    value: contact[name] ?? '',
    disabled: readOnly,
    onChange: (text: string) => {
      onChange({ [name]: name === 'name' ? text : blankToAbsent(text) });
    },
  });
  return (
    <FieldGrid>
      <TextField {...field('name')} maxLength={200} error={error} />
      <TextField {...field('role')} maxLength={200} />
      <TextField {...field('email')} type="email" />
      <TextField {...field('phone')} type="tel" maxLength={40} />
    </FieldGrid>
  );
};

/** What never leaves the mechanism: the gate also looks for these names in every public text. */
export const PrivateSection = ({ editor, readOnly, errorOf }: SectionProperties) => {
  const { t } = useTranslation();
  const { contacts, internalNotes } = editor.record;
  return (
    <Card title={t('editor.private')} id="contacts">
      <Stack>
        <Hint>{t('editor.privateHint')}</Hint>
        <Rows
          rows={contacts}
          name={(index) => t('editor.contactNumber', { number: index + 1 })}
          editable={!readOnly}
          onChange={(rows) => {
            editor.change({ contacts: rows });
          }}
          draw={(contact, index) => (
            <ContactFields
              contact={contact}
              index={index}
              readOnly={readOnly}
              error={errorOf('contacts')}
              onChange={(changes) => {
                editor.change({ contacts: contacts.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)) });
              }}
            />
          )}
        />
        {readOnly ? null : (
          <div>
            <Button
              size="sm"
              icon={<IconPlus size={17} aria-hidden />}
              onClick={() => {
                editor.change({ contacts: [...contacts, { name: '' }] });
              }}
            >
              {t('editor.addContact')}
            </Button>
          </div>
        )}
        <LongTextField
          id="internalNotes"
          label={t('editor.notes')}
          disabled={readOnly}
          value={internalNotes}
          onChange={(text) => {
            editor.change({ internalNotes: text });
          }}
        />
      </Stack>
    </Card>
  );
};
