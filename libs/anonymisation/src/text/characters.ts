const set = (...ranges: readonly (readonly [number, number])[]): ReadonlySet<number> => {
  const all = new Set<number>();
  for (const [from, to] of ranges) for (let code = from; code <= to; code++) all.add(code);
  return all;
};

/**
 * Characters that show nothing and can hide a name or a number from a pattern: soft hyphen, combining grapheme joiner, Arabic letter
 * mark, Hangul fillers, zero-width and bidi marks (UAX #9), word joiner and invisible operators, variation selectors, the byte-order mark.
 */
const invisible = set(
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
);

/** Tatweel, harakat and Koranic marks: they change how an Arabic word looks, not which word it is. */
const arabicMarks = set(
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x652],
  [0x656, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e8],
  [0x6ea, 0x6ed],
);

export const isInvisible = (code: number): boolean => invisible.has(code);
/** Tags and selectors beyond the basic plane: they show nothing either. */
export const isUnseenPoint = (point: number): boolean => point >= 0xe0000 && point <= 0xe0fff;
export const isDropped = (code: number): boolean => invisible.has(code) || arabicMarks.has(code);

/** The first digit of every block of ten decimal digits in the basic plane (Unicode general category Nd). */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0,
  0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];
const digits = new Map(zeros.flatMap((zero) => Array.from({ length: 10 }, (_, value) => [zero + value, 0x30 + value] as const)));

/** The ASCII code of a decimal digit of any script. */
export const asciiDigit = (code: number): number | undefined => digits.get(code);

const pairs = (from: string, to: string): [number, number][] => [...from].map((letter, i) => [letter.charCodeAt(0), to.charCodeAt(i)]);

/** Characters replaced one for one, so that patterns need one spelling: quotes, dashes, spaces. */
const same = new Map<number, number>([
  ...[0x2018, 0x2019, 0x201b, 0x2bc, 0x2032, 0x60, 0xb4].map((code) => [code, 0x27] as const),
  ...[0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212].map((code) => [code, 0x2d] as const),
  ...[0xa0, 0x1680, 0x202f, 0x205f, 0x3000].map((code) => [code, 0x20] as const),
  ...Array.from({ length: 11 }, (_, step) => [0x2000 + step, 0x20] as const),
  [0x60c, 0x2c],
  [0x61b, 0x3b],
  [0x61f, 0x3f],
  [0x66b, 0x2e],
  [0x66c, 0x2c],
  // Small capitals and phonetic letters: no language here is written with them.
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡɩʋ', 'ABCDEFGHIJKLMNOPRSTUVWYZagiv'),
]);
export const sameLength = (code: number): number => same.get(code) ?? code;

const lookalikes = new Map<number, number>([
  ...pairs('АВЕЅІЈКМНОРСТХУаеѕіјорсухԁһԛԝӏ', 'ABESIJKMHOPCTXYaesijopcyxdhqwl'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαιοѵρυν', 'ABEZHIKMNOPTYXaiovpuv'),
  ...pairs('ՕՍՏօոսցհյ', 'OUSonughj'),
  ...pairs('ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷΝᏢᏒᏚᎢᏙᎳᏃ', 'ABCDEGHiJKLMNPRSTVWZ'),
]);
/** The Latin letter that one of Cyrillic, Greek, Armenian or Cherokee looks like. */
export const latinLookalike = (code: number): number | undefined => lookalikes.get(code);

export const isArabicLetter = (code: number): boolean =>
  (code >= 0x620 && code <= 0x64a) || (code >= 0x671 && code <= 0x6d3) || code === 0x6d5;
export const isLatinLetter = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x1e00 && code <= 0x1eff);
/** Cyrillic, Greek, Hebrew, Indic, Chinese and the rest: letters none of the five languages uses. */
export const isOtherLetter = (code: number): boolean =>
  (code >= 0x370 && code <= 0x5ff) ||
  (code >= 0x700 && code <= 0x1dff) ||
  (code >= 0x2c00 && code <= 0x2dff) ||
  (code >= 0x3040 && code <= 0xd7ff) ||
  (code >= 0xf900 && code <= 0xfaff);
