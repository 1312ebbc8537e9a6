/** ISO 7064 MOD 97-10 over digits and letters (A = 10), as ISO 13616 uses it. */
export const mod97 = (text: string): number => {
  let rest = 0;
  for (const sign of text.toUpperCase()) {
    const value = sign >= '0' && sign <= '9' ? sign.charCodeAt(0) - 48 : sign.charCodeAt(0) - 55;
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
};

/** ISO/IEC 7812-1 annex B. */
export const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
};

/** The sum of each digit times its weight. */
export const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (digits.charCodeAt(i) - 48), 0);

const allSame = (digits: string): boolean => /^(\d)\1*$/.test(digits);
const down = (from: number, to: number): number[] => Array.from({ length: from - to + 1 }, (_, i) => from - i);
/** The check digit 11 − (sum mod 11), 10 and 11 written 0. */
const eleven = (sum: number): number => (sum % 11 < 2 ? 0 : 11 - (sum % 11));

/** Brazil, individuals: eleven digits, two of them check digits. */
export const isCpf = (d: string): boolean =>
  d.length === 11 && !allSame(d) && eleven(weighted(d, down(10, 2))) === Number(d[9]) && eleven(weighted(d, down(11, 2))) === Number(d[10]);

/** Brazil, organisations: fourteen digits. */
export const isCnpj = (d: string): boolean =>
  d.length === 14 &&
  !allSame(d) &&
  eleven(weighted(d, [5, 4, 3, 2, ...down(9, 2)])) === Number(d[12]) &&
  eleven(weighted(d, [6, 5, 4, 3, 2, ...down(9, 2)])) === Number(d[13]);

/** Portugal, tax number: nine digits beginning with 1, 2, 3, 5, 6, 8 or 9. */
export const isNif = (d: string): boolean => /^[1235689]\d{8}$/.test(d) && !allSame(d) && eleven(weighted(d, down(9, 2))) === Number(d[8]);

/** Spain, DNI and NIE: the letter is the number modulo 23. */
export const isDni = (text: string): boolean => {
  const plain = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const number = plain.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return /^\d{8}$/.test(number) && 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === plain.slice(-1);
};

/** France, NIR: thirteen characters (2A and 2B in Corsica) and the key 97 − (number mod 97). */
export const isNir = (text: string): boolean => {
  const plain = text.toUpperCase().replace(/\s/g, '');
  if (!/^[1-478]\d{4}(?:\d{2}|2A|2B)\d{8}$/.test(plain)) return false;
  const number = plain.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - mod97(number) === Number(plain.slice(13));
};

/** Argentina, CUIT and CUIL: eleven digits. */
export const isCuit = (d: string): boolean =>
  /^(?:20|23|24|27|30|33|34)\d{9}$/.test(d) && eleven(weighted(d, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) === Number(d[10]);

/** Paraguay, RUC: the check digit weighs from the right, 2 upward to 11. */
export const isRuc = (text: string): boolean => {
  const [number = '', check = ''] = text.replace(/\./g, '').split('-');
  const sum = [...number].reverse().reduce((total, digit, i) => total + Number(digit) * (2 + (i % 10)), 0);
  return /^\d{5,8}$/.test(number) && (sum % 11 > 1 ? 11 - (sum % 11) : 0) === Number(check);
};

/** Portugal, citizen card: the document number with its version and two check characters, Luhn over base 36. */
export const isCitizenCard = (text: string): boolean => {
  const plain = text.toUpperCase().replace(/\s/g, '');
  if (!/^\d{9}[A-Z0-9]{2}\d$/.test(plain)) return false;
  let sum = 0;
  [...plain].reverse().forEach((sign, i) => {
    const value = Number.parseInt(sign, 36);
    const counted = i % 2 === 1 ? value * 2 : value;
    sum += counted >= 10 && i % 2 === 1 ? counted - 9 : counted;
  });
  return sum % 10 === 0;
};

/** Brazil, single number of a court case (CNJ resolution 65): MOD 97-10 with the check digits at the end. */
export const isCnjCase = (text: string): boolean => {
  const d = text.replace(/\D/g, '');
  return d.length === 20 && mod97(d.slice(0, 7) + d.slice(9) + d.slice(7, 9)) === 1;
};

/** Mexico, CURP: the last digit checks the seventeen characters before it. */
export const isCurp = (text: string): boolean => {
  const alphabet = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
  const plain = text.toUpperCase();
  if (!/^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d$/.test(plain)) return false;
  const sum = [...plain.slice(0, 17)].reduce((total, sign, i) => total + alphabet.indexOf(sign) * (18 - i), 0);
  return (10 - (sum % 10)) % 10 === Number(plain[17]);
};
