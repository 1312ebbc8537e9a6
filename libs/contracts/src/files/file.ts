import { z } from 'zod';

/** The largest file the network carries, and the largest part of one that travels at once, in bytes. */
export const MAX_FILE = 50 * 1024 * 1024;
export const MAX_PART = 4 * 1024 * 1024;
/** The media type of a part on its way: what the file is stands in its reference. */
export const PART_TYPE = 'application/octet-stream';

/** SHA-256 of a file, 64 hexadecimal digits in small letters, as `sha256sum` prints it. */
export const fileDigest = z.string().regex(/^[0-9a-f]{64}$/);

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** The kinds of files that are taken, with the ending their names have. None of them runs anything; macros have other types. */
export const fileTypes = {
  'application/pdf': 'pdf',
  [`${OFFICE}.wordprocessingml.document`]: 'docx',
  [`${OFFICE}.spreadsheetml.sheet`]: 'xlsx',
  [`${OFFICE}.presentationml.presentation`]: 'pptx',
  [`${OPEN}.text`]: 'odt',
  [`${OPEN}.spreadsheet`]: 'ods',
  [`${OPEN}.presentation`]: 'odp',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'image/png': 'png',
  'image/jpeg': 'jpg',
} as const satisfies Record<string, string>;
export type MediaType = keyof typeof fileTypes;
export const mediaType = z.enum(Object.keys(fileTypes) as [MediaType, ...MediaType[]]).meta({ id: 'MediaType' });

/** The media type that belongs to the ending of a file's name; undefined for files that are not taken. */
export const mediaTypeOf = (name: string): MediaType | undefined => {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return mediaType.options.find((type) => fileTypes[type] === (ending === 'jpeg' ? 'jpg' : ending));
};

/** Signs that no name of a file may have: those of paths and of control, and those that turn the direction of what follows. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|]/u;

/** A name as a reader saves it, at most 120 characters, with the ending of its type. */
export const fileName = z
  .string()
  .min(1)
  .max(120)
  .refine((name) => !FORBIDDEN.test(name) && name === name.trim() && !name.startsWith('.'));

/** Words for a file that has only a folder's or a device's name; the same name always gives the same. */
export function safeFileName(given: string, type: MediaType): string {
  const ending = fileTypes[type];
  const plain = given.normalize('NFC').replaceAll(new RegExp(FORBIDDEN, 'gu'), ' ').replaceAll(/\s+/g, ' ').trim();
  const stem = plain
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/^[. ]+/, '')
    .slice(0, 100)
    .trim();
  return `${stem === '' ? 'file' : stem}.${ending}`;
}

/** A file by reference: what a message says of it. The bytes travel apart and are known by their digest. */
export const fileFields = z.strictObject({ sha256: fileDigest, size: z.int().min(1).max(MAX_FILE), mediaType, name: fileName });
export type FileReference = z.infer<typeof fileFields>;

/** Whether a file is called as files of its type are. */
export const isNamedByType = ({ name, mediaType: type }: Pick<FileReference, 'name' | 'mediaType'>): boolean => mediaTypeOf(name) === type;

/** Where a part belongs: its first byte's place, and what the whole file is. */
export const partQuery = z.object({
  from: z.coerce.number().int().min(0).max(MAX_FILE),
  size: z.coerce.number().int().min(1).max(MAX_FILE),
  type: mediaType,
});

/** How much of a file has arrived, in bytes. A complete one has been checked and can be used. */
export const fileProgress = z.object({ sha256: fileDigest, held: z.int(), complete: z.boolean() }).meta({ id: 'FileProgress' });
export type FileProgress = z.infer<typeof fileProgress>;
