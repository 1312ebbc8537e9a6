const digraphs: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'x'],
  [/gh/g, 'G'],
  [/sch|sh|ch/g, 'S'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/dj/g, 'j'],
  [/ph/g, 'f'],
  [/ou|oo|ee/g, ''],
  [/qu/g, 'k'],
];
const LATIN: Readonly<Record<string, string>> = { c: 'k', q: 'k', p: 'b', v: 'f', g: 'j' };
const ARABIC: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'j',
  ح: 'h',
  خ: 'x',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'S',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'd',
  غ: 'G',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
};

/** The consonants of a folded word in one alphabet for Latin and Arabic, so that "Mohamed" and «محمد» meet. Empty for other scripts. */
export const skeleton = (folded: string): string => {
  const arabic = /[\u0620-\u064a]/.test(folded);
  let latin = folded;
  if (!arabic) for (const [pattern, sign] of digraphs) latin = latin.replace(pattern, sign);
  let out = '';
  for (const letter of arabic ? folded.replace(/ه$/, '') : latin) {
    const sign = arabic ? (letter === 'ه' ? 'h' : ARABIC[letter]) : /[bdfhjklmnrstxzSG]/.test(letter) ? letter : LATIN[letter];
    if (sign !== undefined && !out.endsWith(sign)) out += sign;
  }
  return arabic ? out : out.replace(/(.)h$/, '$1');
};
