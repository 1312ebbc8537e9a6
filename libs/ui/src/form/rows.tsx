import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import styles from './form.module.css';

interface RowsProperties<Row> {
  readonly rows: readonly Row[];
  /** What the row is called by its number, for its heading and its remove button. */
  readonly name: (index: number) => string;
  readonly draw: (row: Row, index: number) => ReactNode;
  /** One was taken away or put back. */
  readonly onChange: (rows: Row[]) => void;
  readonly removable: boolean;
}

interface RowProperties {
  readonly name: string;
  readonly children: ReactNode;
  /** Absent where nothing can be taken away. */
  readonly onRemove: (() => void) | undefined;
}

const Entry = ({ name, children, onRemove }: RowProperties) => {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.rowGroup}>
      <legend>{name}</legend>
      <div className={styles.rowFields}>{children}</div>
      {onRemove === undefined ? null : (
        <ActionIcon
          variant="subtle"
          size={36}
          color="gray"
          className={styles.remove}
          aria-label={t('form.remove', { name })}
          onClick={onRemove}
        >
          <IconTrash size={19} aria-hidden />
        </ActionIcon>
      )}
    </fieldset>
  );
};

/** Stands where something was taken away and takes the focus: one key brings it back. */
const Removed = ({ name, onUndo }: { readonly name: string; readonly onUndo: () => void }) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), [name]);
  return (
    <div ref={box} className={styles.removed} role="status">
      <span>{t('form.removed', { name })}</span>
      <Button size="sm" icon={<IconArrowBackUp size={17} className="flip" aria-hidden />} onClick={onUndo}>
        {t('form.undo')}
      </Button>
    </div>
  );
};

/** Entries of the same kind, each a small group of fields that can be taken away, and brought back. */
export const Rows = <Row,>({ rows, name, draw, onChange, removable }: RowsProperties<Row>) => {
  const [removed, setRemoved] = useState<{ readonly row: Row; readonly index: number }>();
  // Fields keep what is typed: they are drawn anew when others have moved up or down.
  const [version, setVersion] = useState(0);
  const move = (next: Row[], gone: typeof removed): void => {
    setVersion(version + 1);
    setRemoved(gone);
    onChange(next);
  };
  return (
    <>
      {rows.map((row, index) => (
        <Entry
          key={`${String(version)} ${String(index)}`}
          name={name(index)}
          onRemove={
            removable
              ? () => {
                  move(rows.toSpliced(index, 1), { row, index });
                }
              : undefined
          }
        >
          {draw(row, index)}
        </Entry>
      ))}
      {removed === undefined || !removable ? null : (
        <Removed
          key={version}
          name={name(removed.index)}
          onUndo={() => {
            move(rows.toSpliced(removed.index, 0, removed.row), undefined);
          }}
        />
      )}
    </>
  );
};

/** Fields beside each other where there is room. */
export const FieldGrid = ({ children }: { readonly children: ReactNode }) => <div className={styles.grid}>{children}</div>;

/** What is wrong with a group of entries as a whole. */
export const FieldProblem = ({ text }: { readonly text: string }) => <p className={styles.groupError}>{text}</p>;
