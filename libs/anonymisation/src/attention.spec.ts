import { describe, expect, it } from '@jest/globals';
import { languages } from '@nmirf/contracts/languages/language';
import { plantedName } from './attention.js';

const text = 'The list is kept by the unit.  ';
const draws = Array.from({ length: 400 }, (_, i) => plantedName(`practice ${String(i)}`, 20, text, 'en'));

describe('a planted name', () => {
  it('stands before one reviewer in twenty, and before nobody when there are to be none', () => {
    const planted = draws.filter((draw) => draw !== undefined).length;
    expect(planted).toBeGreaterThan(8);
    expect(planted).toBeLessThan(40);
    expect(plantedName('a draw', 0, text, 'en')).toBeUndefined();
  });

  it.each(languages)('stands behind what was written and is found at its place: %s', (language) => {
    for (let i = 0; i < 30; i++) {
      const { name, shown, hidden, finding } = plantedName(`draw ${String(i)}`, 1, text, language)!;
      expect(shown.startsWith('The list is kept by the unit. ')).toBe(true);
      expect(shown.slice(finding.start, finding.end)).toBe(name);
      expect(name).toBe(finding.text);
      expect(hidden).not.toContain(name);
    }
  });

  it('is the same for the same draw, and another for another', () => {
    const names = Array.from({ length: 30 }, (_, i) => plantedName(`draw ${String(i)}`, 1, text, 'fr')!.name);
    expect(plantedName('draw 0', 1, text, 'fr')!.name).toBe(names[0]);
    expect(new Set(names).size).toBeGreaterThan(25);
  });

  it('is none whose words stand in the text already', () => {
    const { name } = plantedName('draw', 1, text, 'pt')!;
    const again = plantedName('draw', 1, `${text}${name}.`, 'pt')!;
    expect(again.name.split(' ').some((word) => name.includes(word))).toBe(false);
  });
});
