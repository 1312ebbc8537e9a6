import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form.module.css';

interface RowsProperties<Row> {
  readonly rows: readonly Row[];
  /** What the row is called by its number, for its heading and its remove button. */
  readonly name: (index: number) => string;
  readonly draw: (row: Row, index: number) => ReactNode;
  readonly onRemove: (index: number) => void;
  readonly removable: boolean;
}

/** Entries of the same kind, each a small group of fields that can be taken away. */
export const Rows = <Row,>({ rows, name, draw, onRemove, removable }: RowsProperties<Row>) => {
  const { t } = useTranslation();
  return rows.map((row, index) => (
    <fieldset key={index} className={styles.rowGroup}>
      <legend>{name(index)}</legend>
      <div className={styles.rowFields}>{draw(row, index)}</div>
      {removable ? (
        <ActionIcon
          variant="subtle"
          size={36}
          color="gray"
          className={styles.remove}
          aria-label={t('form.remove', { name: name(index) })}
          onClick={() => {
            onRemove(index);
          }}
        >
          <IconTrash size={19} aria-hidden />
        </ActionIcon>
      ) : null}
    </fieldset>
  ));
};

/** Fields beside each other where there is room. */
export const FieldGrid = ({ children }: { readonly children: ReactNode }) => <div className={styles.grid}>{children}</div>;

/** What is wrong with a group of entries as a whole. */
export const FieldProblem = ({ text }: { readonly text: string }) => <p className={styles.groupError}>{text}</p>;
