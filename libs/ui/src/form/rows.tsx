import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import styles from './form.module.css';
import { RowHandle, RowMoves, useRowOrder, type RowPlace } from './row-order.js';

interface RowsProperties<Row> {
  readonly rows: readonly Row[];
  /** What the row is called by its number, for its heading and its buttons. */
  readonly name: (index: number) => string;
  readonly draw: (row: Row, index: number) => ReactNode;
  /** One was taken away, put back or moved. */
  readonly onChange: (rows: Row[]) => void;
  readonly editable: boolean;
  /** Readers see them in this order: they can be moved. */
  readonly ordered?: boolean;
}

interface RowProperties {
  readonly name: string;
  readonly children: ReactNode;
  readonly place: RowPlace | undefined;
  /** It has just been brought back: the focus goes to its first field. */
  readonly isBack: boolean;
  /** Absent where nothing can be taken away. */
  readonly onRemove: (() => void) | undefined;
}

const Entry = ({ name, children, place, isBack, onRemove }: RowProperties) => {
  const { t } = useTranslation();
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isBack) row.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [isBack]);
  return (
    <fieldset ref={row} className={styles.rowGroup} data-drop={place?.drop} onDragOver={place?.over} onDrop={place?.drops}>
      <legend>
        {place === undefined ? null : <RowHandle place={place} />}
        {name}
      </legend>
      <div className={styles.rowFields}>{children}</div>
      {onRemove === undefined ? null : (
        <div className={styles.rowActions}>
          {place === undefined ? null : <RowMoves name={name} place={place} />}
          <ActionIcon variant="subtle" size={36} color="gray" aria-label={t('form.remove', { name })} onClick={onRemove}>
            <IconTrash size={19} aria-hidden />
          </ActionIcon>
        </div>
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

/** Entries of the same kind, each a small group of fields that can be taken away, and brought back, and moved where their order counts. */
export const Rows = <Row,>({ rows, name, draw, onChange, editable, ordered = false }: RowsProperties<Row>) => {
  const { t } = useTranslation();
  const [removed, setRemoved] = useState<{ readonly row: Row; readonly index: number }>();
  const [back, setBack] = useState<number>();
  // Fields keep what is typed: they are drawn anew when others have moved up or down.
  const [version, setVersion] = useState(0);
  const change = (next: Row[], gone?: typeof removed): void => {
    setVersion(version + 1);
    setRemoved(gone);
    setBack(undefined);
    onChange(next);
  };
  const order = useRowOrder(rows.length, (from, to) => {
    change(rows.toSpliced(from, 1).toSpliced(to, 0, ...rows.slice(from, from + 1)));
  });
  return (
    <>
      {rows.map((row, index) => (
        <Entry
          key={`${String(version)} ${String(index)}`}
          name={name(index)}
          isBack={index === back}
          place={editable && ordered && rows.length > 1 ? order.placeOf(index) : undefined}
          onRemove={
            editable
              ? () => {
                  change(rows.toSpliced(index, 1), { row, index });
                }
              : undefined
          }
        >
          {draw(row, index)}
        </Entry>
      ))}
      {ordered ? (
        <p role="status" className={styles.hidden}>
          {order.movedTo === undefined ? '' : t('form.moved', { place: order.movedTo + 1, total: rows.length })}
        </p>
      ) : null}
      {removed === undefined || !editable ? null : (
        <Removed
          key={version}
          name={name(removed.index)}
          onUndo={() => {
            change(rows.toSpliced(removed.index, 0, removed.row));
            setBack(removed.index);
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
