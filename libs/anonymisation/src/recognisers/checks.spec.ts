import { describe, expect, it } from '@jest/globals';
import * as check from './checks.js';
import { skeleton } from './skeleton.js';
import { fold } from '../text/fold.js';

describe('check digits', () => {
  it.each([
    ['CPF', check.isCpf, '52998224725', '52998224726'],
    ['CNPJ', check.isCnpj, '11222333000181', '11222333000182'],
    ['NIF', check.isNif, '123456789', '123456780'],
    ['DNI', check.isDni, '12345678Z', '12345678A'],
    ['NIE', check.isDni, 'X1234567L', 'X1234567M'],
    ['NIR', check.isNir, '185057800608491', '185057800608492'],
    ['CUIT', check.isCuit, '20123456786', '20123456787'],
    ['RUC', check.isRuc, '80012345-0', '80012345-5'],
    ['citizen card', check.isCitizenCard, '000000000ZZ4', '000000000ZZ5'],
    ['CNJ', check.isCnjCase, '0000001-30.2010.8.26.0100', '0000001-31.2010.8.26.0100'],
    ['CURP', check.isCurp, 'BOXW310820HNERXN09', 'BOXW310820HNERXN08'],
    ['Luhn', check.luhn, '4111111111111111', '4111111111111112'],
  ] as const)('%s', (_, valid, right, wrong) => {
    expect(valid(right)).toBe(true);
    expect(valid(wrong)).toBe(false);
    expect(valid('')).toBe(false);
  });

  it('of repeated digits are refused', () =>
    expect([check.isCpf('1'.repeat(11)), check.isCnpj('0'.repeat(14)), check.isNif('1'.repeat(9))]).toEqual([false, false, false]));
  it('of Corsica have letters', () => expect(check.isNir('1850578A0608491')).toBe(false));
  it('of IBAN are MOD 97-10', () => expect(check.mod97('WEST12345698765432GB82')).toBe(1));
});

describe('consonants', () => {
  it.each([
    ['Mohamed', 'محمد'],
    ['Zarqan', 'زرقان'],
    ['Khalid', 'خالد'],
    ['Benjelloun', 'بنجلون'],
  ])('of %s meet those of %s', (latin, arabic) => expect(skeleton(fold(latin))).toBe(skeleton(fold(arabic))));
});
