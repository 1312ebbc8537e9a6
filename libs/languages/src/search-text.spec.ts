import { describe, expect, it } from '@jest/globals';
import { searchable, searchPatterns } from './search-text.js';

describe('the form texts are searched in', () => {
  it.each([
    ['accents and case', 'Côte d’Ivoire', "cote d'ivoire"],
    ['kinds of space', ' a\n\tb ', 'a b'],
    ['vowel signs and the letters Arabic writes in several ways', 'مُسَاءَلَة الأُسْرَةِ إلى آخره', searchable('مساءلة الاسره الي اخره')],
    ['the stretching of Arabic words', 'حقـــوق', 'حقوق'],
  ])('drops %s', (_, text, expected) => expect(searchable(text)).toBe(expected));
});

describe('a question', () => {
  it('is a pattern for each word', () => expect(searchPatterns('Access  to CARE')).toEqual(['%access%', '%to%', '%care%']));
  it('means its signs as they stand', () => expect(searchPatterns('50%_\\')).toEqual(['%50\\%\\_\\\\%']));
  it('has at most eight words', () => expect(searchPatterns('a b c d e f g h i j')).toHaveLength(8));
  it('may be empty', () => expect(searchPatterns('   ')).toEqual([]));
});
