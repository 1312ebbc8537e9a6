import { FileInput } from '@mantine/core';

interface FileFieldProperties {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** What the empty field asks for. */
  readonly placeholder: string;
  /** Which kinds the system shows first; what is in the file is for the form to look at. */
  readonly accept: string;
  readonly onChoose: (file: File) => void;
}

/** One small file that a form reads itself. */
export const FileField = ({ id, label, hint, error, placeholder, accept, onChoose }: FileFieldProperties) => (
  <FileInput
    id={id}
    label={label}
    size="md"
    placeholder={placeholder}
    accept={accept}
    {...(hint === undefined ? {} : { description: hint })}
    {...(error === undefined ? {} : { error })}
    onChange={(file) => {
      if (file !== null) onChoose(file);
    }}
  />
);
