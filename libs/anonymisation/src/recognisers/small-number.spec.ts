import { describe, expect, it } from '@jest/globals';
import type { Language } from '@nmirf/contracts/languages/language';
import { normalise } from '../text/normalise.js';
import { smallNumber } from './small-number.recogniser.js';

const found = (language: Language, words: string, tier: 'auto' | 'flag' = 'auto'): string[] =>
  smallNumber
    .find(normalise(words, language), { strict: false })
    .filter((span) => span.tier === tier)
    .map(({ start, end }) => words.slice(start, end));

describe('a small number in words', () => {
  it.each([
    ['en', 'One of the twelve women was released.', 'One of the twelve'],
    ['en', 'They met three out of twenty-five detainees.', 'three out of twenty-five'],
    ['en', 'two of 12 children', 'two of 12'],
    ['en', 'half a dozen young women', 'half a dozen'],
    ['fr', 'Deux des douze femmes', 'Deux des douze'],
    ['fr', 'une sur onze victimes', 'une sur onze'],
    ['fr', 'une demi-douzaine de femmes', 'une demi-douzaine de'],
    ['es', 'una de las quince mujeres', 'una de las quince'],
    ['es', 'tres de los veinte detenidos', 'tres de los veinte'],
    ['es', 'media docena de niñas', 'media docena de'],
    ['pt', 'uma das doze mulheres', 'uma das doze'],
    ['pt', 'dois dos dezoito reclusos', 'dois dos dezoito'],
    ['pt', 'meia dúzia de crianças', 'meia dúzia de'],
    ['ar', 'ثلاث من أصل عشرين امرأة', 'ثلاث من أصل عشرين'],
    ['ar', 'واحدة من اثنتي عشرة امرأة', 'واحدة من اثنتي'],
    ['ar', 'وساعدت وثلاث نساء', 'ثلاث'],
    ['ar', 'نصف دزينة من نساء', 'نصف دزينة من'],
  ] as const)('is found (%s): %s', (language, words, expected) => expect(found(language, words)).toContain(expected));

  it.each([
    ['en', 'Only one woman spoke.'],
    ['fr', 'Une seule femme a parlé.'],
    ['es', 'Habló una sola mujer.'],
    ['pt', 'Falou uma única mulher.'],
  ] as const)('that is one is for the reviewer (%s): %s', (language, words) => expect(found(language, words, 'flag')).toHaveLength(1));

  it.each([
    ['en', 'One of the women spoke of two of the twelve months.'],
    ['en', 'Two of every three women took part.'],
    ['en', 'A single register is kept, and only one form.'],
    ['fr', 'Une des femmes a parlé de deux des douze mois.'],
    ['es', 'Una de las mujeres habló de un solo registro.'],
    ['pt', 'Uma das mulheres falou.'],
    ['ar', 'واحدة من النساء'],
  ] as const)('that counts nobody is left alone (%s): %s', (language, words) => {
    expect([...found(language, words), ...found(language, words, 'flag')]).toEqual([]);
  });
});
