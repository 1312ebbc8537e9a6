import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { useEffect, useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form.module.css';

const ways = ['up', 'down'] as const;
type Way = (typeof ways)[number];

/** How one row of a list is put in another place: by buttons, or by dragging its handle onto another row. */
export interface RowPlace {
  /** Where it stands, from 0, and of how many. */
  readonly index: number;
  readonly count: number;
  /** Where the row that is dragged over it would come to stand. */
  readonly drop: 'before' | 'after' | undefined;
  readonly idOf: (way: Way) => string;
  readonly go: (way: Way) => void;
  readonly begin: (event: DragEvent<HTMLElement>) => void;
  readonly over: (event: DragEvent<HTMLElement>) => void;
  readonly drops: (event: DragEvent<HTMLElement>) => void;
  readonly end: () => void;
}

/** `move` takes a row out of one place and puts it in another; the row is drawn anew, and the focus follows it. */
export const useRowOrder = (count: number, move: (from: number, to: number) => void) => {
  const list = useId();
  const [moved, setMoved] = useState<{ readonly to: number; readonly way?: Way }>();
  const [drag, setDrag] = useState<{ readonly from: number; readonly over: number }>();
  useEffect(() => {
    if (moved?.way === undefined) return;
    // At either end one of the buttons can do nothing any more.
    const buttons = [moved.way, ...ways].map((way) => document.getElementById(`${list}-${String(moved.to)}-${way}`));
    buttons.find((button) => button instanceof HTMLButtonElement && !button.disabled)?.focus();
  }, [list, moved]);
  const end = (): void => {
    setDrag(undefined);
  };
  const drop = (index: number): RowPlace['drop'] => {
    if (drag?.over !== index || drag.from === index) return undefined;
    return drag.from < index ? 'after' : 'before';
  };
  const placeOf = (index: number): RowPlace => ({
    ...{ index, count, end, drop: drop(index) },
    idOf: (way) => `${list}-${String(index)}-${way}`,
    go: (way) => {
      const to = index + (way === 'up' ? -1 : 1);
      move(index, to);
      setMoved({ to, way });
    },
    begin: (event) => {
      setDrag({ from: index, over: index });
      event.dataTransfer.effectAllowed = 'move';
      const row = event.currentTarget.closest('fieldset');
      if (row !== null) event.dataTransfer.setDragImage(row, 20, 20);
    },
    // Text that is dragged from elsewhere goes where it always does.
    over: (event) => {
      if (drag === undefined) return;
      event.preventDefault();
      if (drag.over !== index) setDrag({ ...drag, over: index });
    },
    drops: (event) => {
      if (drag === undefined) return;
      event.preventDefault();
      end();
      if (drag.from === index) return;
      move(drag.from, index);
      setMoved({ to: index });
    },
  });
  return { placeOf, movedTo: moved?.to };
};

/** For the mouse alone; keys and fingers have the buttons (WCAG 2.2, 2.5.7). */
export const RowHandle = ({ place: { begin, end } }: { readonly place: RowPlace }) => (
  <span className={styles.handle} draggable aria-hidden onDragStart={begin} onDragEnd={end}>
    <IconGripVertical size={18} />
  </span>
);

const icons = { up: IconArrowUp, down: IconArrowDown } as const;

/** One place up, one place down. */
export const RowMoves = ({ name, place: { index, count, idOf, go } }: { readonly name: string; readonly place: RowPlace }) => {
  const { t } = useTranslation();
  return ways.map((way) => {
    const Symbol = icons[way];
    return (
      <ActionIcon
        key={way}
        id={idOf(way)}
        variant="subtle"
        size={36}
        color="gray"
        aria-label={t(`form.move.${way}`, { name })}
        disabled={way === 'up' ? index === 0 : index === count - 1}
        onClick={() => {
          go(way);
        }}
      >
        <Symbol size={19} aria-hidden />
      </ActionIcon>
    );
  });
};
