import { fileAddress } from '@nmirf/api-client/resources';
import { fileTypes } from '@nmirf/contracts/files/file';
import type { HeldFile } from '@nmirf/contracts/resources/library';
import { IconDownload, IconFile } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-language.js';
import { Code } from '../page/facts.js';
import styles from './resources.module.css';

/** A size in the largest unit that leaves a number above one, in the digits of the language on screen. */
export const useFileSize = (): ((bytes: number) => string) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (bytes) =>
    bytes < 1024 * 1024
      ? t('resources.kilobytes', { size: formats.number(Math.max(1, Math.round(bytes / 1024))) })
      : t('resources.megabytes', { size: formats.number(Math.round((bytes / 1024 / 1024) * 10) / 10) });
};

interface ResourceFilesProperties {
  readonly resource: string;
  readonly files: readonly HeldFile[];
  /** The digests too, for whoever compares what was saved. */
  readonly digests?: boolean;
  /** What can be done about a file that this server does not hold. */
  readonly absent?: (file: HeldFile) => ReactNode;
}

/** Files to save, as plain links that need no script: name, kind, size, language. */
export const ResourceFiles = ({ resource, files, digests = false, absent }: ResourceFilesProperties) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const sizeOf = useFileSize();
  return (
    <ul className={styles.files} aria-label={t('resources.files')}>
      {files.map((file) => (
        <li key={file.sha256}>
          {file.here ? <IconDownload size={18} aria-hidden /> : <IconFile size={18} aria-hidden />}
          <div>
            {file.here ? (
              <a href={fileAddress(resource, file.sha256)} download={file.name}>
                <bdi>{file.name}</bdi>
              </a>
            ) : (
              <bdi>{file.name}</bdi>
            )}
            <p className={styles.about}>
              <span>{fileTypes[file.mediaType].toUpperCase()}</span>
              <span>{sizeOf(file.size)}</span>
              {file.language === undefined ? null : <span>{formats.languageLabel(file.language)}</span>}
              {file.here ? null : <span>{t('resources.notHere')}</span>}
            </p>
            {digests ? (
              <p className={styles.digest}>
                {t('resources.digest')} <Code>{file.sha256}</Code>
              </p>
            ) : null}
            {file.here ? null : absent?.(file)}
          </div>
        </li>
      ))}
    </ul>
  );
};
