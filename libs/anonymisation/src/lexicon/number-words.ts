import { fold } from '../text/fold.js';

/** The numbers from nought to twenty and the tens to a hundred, as five languages write them; a line is a value, then its words. */
const NUMBERS = `
0 zero zéro cero صفر
1 one un une uno una um uma واحد واحدة
2 two deux dos dois duas اثنان اثنين اثنتان اثنتين
3 three trois tres três ثلاثة ثلاث
4 four quatre cuatro quatro أربعة أربع
5 five cinq cinco خمسة خمس
6 six seis ستة ست
7 seven sept siete sete سبعة سبع
8 eight huit ocho oito ثمانية ثماني ثمان
9 nine neuf nueve nove تسعة تسع
10 ten dix diez dez عشرة عشر
11 eleven onze once أحد إحدى
12 twelve douze doce doze dozen docena dúzia douzaine اثنا اثني اثنتا اثنتي دزينة
13 thirteen treize trece treze
14 fourteen quatorze catorce catorze
15 fifteen quinze quince quinzaine
16 sixteen seize dieciséis dezasseis dezesseis
17 seventeen diecisiete dezassete dezessete
18 eighteen dieciocho dezoito
19 nineteen diecinueve dezanove dezenove
20 twenty vingt veinte vinte vingtaine veintena عشرون عشرين
30 thirty trente treinta trinta trentaine ثلاثون ثلاثين
40 forty quarante cuarenta quarenta أربعون أربعين
50 fifty cinquante cincuenta cinquenta خمسون خمسين
60 sixty soixante sesenta sessenta ستون ستين
70 seventy setenta سبعون سبعين
80 eighty ochenta oitenta ثمانون ثمانين
90 ninety noventa تسعون تسعين
100 hundred cent cien cem مئة مائة
`;

const values: ReadonlyMap<string, number> = new Map(
  NUMBERS.trim()
    .split('\n')
    .flatMap((line) => {
      const [value, ...words] = line.split(' ');
      return words.map((word) => [fold(word), Number(value)] as const);
    }),
);

/** The value of a number word, or of the first word of a longer one ("twenty" of "twenty-five"); `undefined` for any other word. */
export const numberWord = (word: string): number | undefined => values.get(fold(word));

/** Every number word, as it is written in small letters. */
export const numberWords: readonly string[] = NUMBERS.split(/[\s\d]+/).filter((word) => word !== '');
