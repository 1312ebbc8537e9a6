import type { ReactNode } from 'react';
import styles from './data-table.module.css';

export interface TableColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Its figures stand under each other, digit under digit. */
  readonly isFigure?: boolean;
}

interface DataTableProperties<Row> {
  /** What the table holds, for whoever does not see where it stands. */
  readonly label: string;
  /** The first one names its row. */
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string | number;
  /** Columns of figures are equally wide, whatever stands in them. */
  readonly even?: boolean;
}

/** Figures to compare. On a phone each row stands as a small list, every figure with its column's name. */
export const DataTable = <Row,>({ label, columns, rows, keyOf, even = false }: DataTableProperties<Row>) => {
  const [first, ...others] = columns;
  return (
    <table className={even ? `${styles.table ?? ''} ${styles.even ?? ''}` : styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, isFigure }) => (
            <th key={title} scope="col" className={isFigure === true ? styles.figure : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)}>
            <th scope="row">{first?.cell(row)}</th>
            {others.map(({ title, cell, isFigure }) => (
              <td key={title} data-label={title} className={isFigure === true ? styles.figure : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
