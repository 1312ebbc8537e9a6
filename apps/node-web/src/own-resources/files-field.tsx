import { ownFileAddress } from '@nmirf/api-client/own-resources';
import { fileTypes, safeFileName } from '@nmirf/contracts/files/file';
import { language as languageSchema } from '@nmirf/contracts/languages/language';
import type { ResourceFile } from '@nmirf/contracts/resources/resource';
import { menuOrder } from '@nmirf/languages/languages';
import { ChoiceField, TextField } from '@nmirf/ui/form/fields';
import { Button } from '@nmirf/ui/form/button';
import { useFormats } from '@nmirf/ui/language/use-language';
import { Hint } from '@nmirf/ui/page/page';
import { ProblemNotice } from '@nmirf/ui/page/states';
import { useFileSize } from '@nmirf/ui/resources/resource-files';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faultOf } from './bring-file.js';
import { FileTraces } from './file-traces.js';
import { type Progress, useBringing } from './use-bringing.js';
import styles from './own-resources.module.css';

interface FilesFieldProperties {
  readonly files: readonly ResourceFile[];
  readonly onChange: (change: (files: readonly ResourceFile[]) => readonly ResourceFile[]) => void;
  readonly disabled: boolean;
  readonly error: string | undefined;
}

const endings = Object.values(fileTypes);

/** One file that is here: its name, its language, and the way to look into it or take it off. */
const FileRow = ({ file, onChange, disabled }: Pick<FilesFieldProperties, 'onChange' | 'disabled'> & { readonly file: ResourceFile }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const sizeOf = useFileSize();
  const change = (changed: Partial<ResourceFile>): void => {
    onChange((files) => files.map((other) => (other.sha256 === file.sha256 ? { ...other, ...changed } : other)));
  };
  const [name, setName] = useState(file.name);
  return (
    <li className={styles.file}>
      <TextField
        id={`file-name-${file.sha256.slice(0, 8)}`}
        label={t('ownResources.fileName')}
        value={name}
        maxLength={120}
        disabled={disabled}
        onChange={(value) => {
          setName(value);
          change({ name: safeFileName(value, file.mediaType) });
        }}
      />
      <ChoiceField
        id={`file-language-${file.sha256.slice(0, 8)}`}
        label={t('ownResources.fileLanguage')}
        value={file.language ?? ''}
        disabled={disabled}
        choices={[
          { value: '', label: t('ownResources.noLanguage') },
          ...menuOrder.map((of) => ({ value: of, label: formats.languageLabel(of) })),
        ]}
        onChange={(value) => {
          const read = languageSchema.safeParse(value);
          onChange((files) =>
            files.map(({ language: _old, ...other }) => {
              if (other.sha256 !== file.sha256) return _old === undefined ? other : { ...other, language: _old };
              return read.success ? { ...other, language: read.data } : other;
            }),
          );
        }}
      />
      <p>
        {sizeOf(file.size)} · <a href={ownFileAddress(file.sha256, file.name)}>{t('ownResources.open', { name: file.name })}</a>
      </p>
      {disabled ? null : (
        <Button
          size="sm"
          kind="quiet"
          onClick={() => {
            onChange((files) => files.filter(({ sha256 }) => sha256 !== file.sha256));
          }}
        >
          {t('form.remove', { name: file.name })}
        </Button>
      )}
      <FileTraces file={file} />
    </li>
  );
};

/** How far a file has come, and the way to stop it. */
const OnItsWay = ({ progress: { name, share }, onStop }: { readonly progress: Progress; readonly onStop: () => void }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className={styles.way}>
      <p role="status">{t('ownResources.bringing', { name, share: formats.percent(Math.floor(share * 100)) })}</p>
      <progress max={1} value={share} aria-hidden />
      <Button size="sm" onClick={onStop}>
        {t('ownResources.stop')}
      </Button>
    </div>
  );
};

/** The files of a resource: added by a button or by dropping them here, each brought at once, with how far it has come. */
export const FilesField = ({ files, onChange, disabled, error }: FilesFieldProperties) => {
  const { t } = useTranslation();
  const box = useRef<HTMLFieldSetElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const { progress, stopped, ...bringing } = useBringing((brought) => {
    onChange((before) => [...before.filter(({ sha256 }) => sha256 !== brought.sha256), brought]);
  });
  const take = (list: FileList | null): void => {
    const chosen = [...(list ?? [])];
    setRefused(chosen.flatMap((file) => faultOf(file) ?? []).filter((fault, i, all) => all.indexOf(fault) === i));
    const good = chosen.filter((file) => faultOf(file) === undefined);
    if (good.length > 0) bringing.bring(good);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (progress === undefined) take(event.dataTransfer.files);
  };
  return (
    <fieldset ref={box} id="files" className={styles.files} tabIndex={-1} disabled={disabled}>
      <legend>{t('resources.files')}</legend>
      <Hint>{t('ownResources.filesHint')}</Hint>
      {error === undefined ? null : <p className={styles.error}>{error}</p>}
      {bringing.error === null ? null : (
        <ProblemNotice error={bringing.error} onRetry={bringing.again}>
          <p>{t('ownResources.kept')}</p>
        </ProblemNotice>
      )}
      {refused.map((fault) => (
        <p key={fault} role="alert" className={styles.error}>
          {t(`ownResources.fault.${fault}`)}
        </p>
      ))}
      <ul className={styles.list}>
        {files.map((file) => (
          <FileRow key={file.sha256} file={file} onChange={onChange} disabled={disabled} />
        ))}
      </ul>
      {disabled ? null : (
        <div
          className={styles.drop}
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => {
            setOver(false);
          }}
          onDrop={drop}
        >
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t('ownResources.addFiles')}
            accept={endings.map((ending) => `.${ending}`).join(',')}
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
          {progress === undefined ? (
            <>
              <Button icon={<IconUpload size={18} aria-hidden />} onClick={() => input.current?.click()}>
                {t('ownResources.addFiles')}
              </Button>
              <p>{t('ownResources.drop')}</p>
            </>
          ) : (
            <OnItsWay
              progress={progress}
              onStop={() => {
                bringing.stop();
                box.current?.focus();
              }}
            />
          )}
          {stopped === undefined ? null : <p role="status">{t('ownResources.stopped', { name: stopped })}</p>}
        </div>
      )}
    </fieldset>
  );
};
