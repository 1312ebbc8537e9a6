import type { PlatformEnvironment } from '../environment/environment.js';
import type { FilesOptions } from './files.module.js';

/** Where the environment says that files are kept. */
export const filesPlace = ({
  FILES_DIR: folder,
  FILES_URL: place,
  FILES_KEY_ID: keyId = '',
  FILES_SECRET: secret = '',
}: PlatformEnvironment): Pick<FilesOptions, 'folder' | 'bucket'> => ({ folder, bucket: place && { ...place, keyId, secret } });
