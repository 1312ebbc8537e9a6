import { describe, expect, it } from '@jest/globals';
import type { Language } from '@nmirf/contracts/languages/language';
import { normalise } from '../text/normalise.js';
import { quasi } from './quasi.recogniser.js';

const foundIn = (language: Language, text: string): string[] =>
  quasi.find(normalise(text, language), { strict: false }).map(({ start, end }) => text.slice(start, end));

describe('words that point to one person', () => {
  it.each([
    ['en', 'She was the only woman in the unit.', ['the only woman']],
    ['en', 'The form was filled in with her son.', ['her son']],
    ['en', 'One was HIV-positive, another a young Roma woman.', ['HIV-positive', 'a young Roma woman']],
    ['en', 'They heard a Roma woman.', ['a Roma woman']],
    ['fr', 'C’est la seule femme du service, avec sa fille.', ['la seule femme', 'sa fille']],
    ['es', 'La única mujer del equipo habló de su hijo.', ['La única mujer', 'su hijo']],
    ['pt', 'A única mulher da equipa falou do seu filho.', ['A única mulher', 'seu filho']],
    ['ar', 'حضرت مع ابنتها وهي المرأة الوحيدة', ['ابنتها', 'المرأة الوحيدة']],
  ] as const)('are flagged (%s): %s', (language, text, expected) => {
    expect(foundIn(language, text).sort()).toEqual([...expected].sort());
  });

  it.each([
    ['en', 'The only list is kept by the unit; the first year was hard for women and children.'],
    ['en', 'Indigenous peoples, persons with disabilities and migrant workers were heard.'],
    ['fr', 'La seule liste est tenue par la cellule ; les femmes et les enfants sont cités.'],
    ['es', 'La única lista la lleva la unidad; se oyó a las mujeres indígenas.'],
    ['pt', 'A única lista é da unidade; foram ouvidas as mulheres e as crianças.'],
  ] as const)('are not seen in talk about many (%s): %s', (language, text) => expect(foundIn(language, text)).toEqual([]));
});
