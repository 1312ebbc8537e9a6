import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';

interface Printing {
  readonly address: string;
  readonly at: string;
}

/**
 * Stands above a printed page only: whose it is, its address, and the day. While a page is printed it is light, whatever the reader's
 * screen is: paper is.
 */
export const PrintHead = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const [printing, setPrinting] = useState<Printing>();
  useEffect(() => {
    const { dataset } = document.documentElement;
    let scheme: string | undefined;
    const begin = (): void => {
      scheme = dataset['mantineColorScheme'];
      dataset['mantineColorScheme'] = 'light';
      // The browser takes the page as it stands when this returns.
      flushSync(() => {
        setPrinting({ address: location.href, at: new Date().toISOString() });
      });
    };
    const end = (): void => {
      if (scheme !== undefined) dataset['mantineColorScheme'] = scheme;
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return (
    <div className="print-only print-head">
      <strong>{name}</strong>
      {printing === undefined ? null : (
        <>
          <bdi dir="ltr">{printing.address}</bdi>
          <span>{t('shell.printed', { date: formats.date(printing.at) })}</span>
        </>
      )}
    </div>
  );
};
