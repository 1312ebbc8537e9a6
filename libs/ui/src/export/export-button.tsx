import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../form/button.js';
import { ProblemNotice } from '../page/states.js';
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv.js';
import styles from './export.module.css';
import { saveFile } from './save-file.js';

export interface ExportColumn<Item> {
  readonly title: string;
  readonly value: (item: Item) => Cell;
}

interface ExportProperties<Item> {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly ExportColumn<Item>[];
  /** One page of the list as it is filtered now; `next` leads to the one that follows. */
  readonly page: (after: string | undefined) => Promise<{ readonly items: readonly Item[]; readonly next?: string | undefined }>;
}

/**
 * A whole list as a CSV file, in the words of the language on screen. It is asked for page by page, as the list itself is, so nobody
 * gets what they could not read, and says how far it is.
 */
export const ExportButton = <Item,>({ name, columns, page }: ExportProperties<Item>) => {
  const { t } = useTranslation();
  const [count, setCount] = useState(0);
  const making = useMutation({
    mutationFn: async () => {
      setCount(0);
      const lines = [BYTE_ORDER_MARK, csvLine(columns.map(({ title }) => title))];
      let next: string | undefined;
      do {
        const found = await page(next);
        lines.push(...found.items.map((item) => csvLine(columns.map(({ value }) => value(item)))));
        setCount(lines.length - 2);
        next = found.next;
      } while (next !== undefined);
      saveFile(`${name}.csv`, lines, 'text/csv;charset=utf-8');
    },
  });
  return (
    <div className={styles.export}>
      <Button
        size="sm"
        icon={<IconDownload size={18} aria-hidden />}
        disabled={making.isPending}
        onClick={() => {
          making.mutate();
        }}
      >
        {t('export.csv')}
      </Button>
      <p role="status" className={styles.count}>
        {making.isPending ? t('export.lines', { count }) : making.isSuccess ? t('export.done', { count }) : ''}
      </p>
      {making.isError ? <ProblemNotice error={making.error} /> : null}
    </div>
  );
};
