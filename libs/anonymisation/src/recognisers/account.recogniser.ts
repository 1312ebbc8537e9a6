import type { Recogniser, Span } from '../span.js';
import { luhn, mod97 } from './checks.js';
import { both, finder, onlyDigits } from './found.js';
import { matchesOf } from '../text/matches.js';

/** Lengths of an IBAN by country (ISO 13616 registry), for the countries the network is likely to meet. */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FR27 GB22 GE22 GI23 GR27 GT28 HR21 HU28 IE22 IL23 ' +
    'IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NI28 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SD18 ' +
    'SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 DZ26 AO25 CV25 MZ25 SN28 CI28 GW25 CM27 ML28 BF28 BJ28 TG28 NE28 MG27'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9])/giu;
const CARD = /(?<![\p{N}.,])(?:3[47]|4|5[1-5]|6(?:011|5)|2[2-7])\d?(?:[ -]?\d){11,17}(?![\p{N}])/gu;
const found = finder('account', 'account');

/** Bank accounts (IBAN, checked with mod 97) and payment cards (checked with Luhn). */
export const account: Recogniser = {
  id: 'account',
  version: '1',
  scripts: both,
  find({ text, traits }) {
    if (traits.digits < 10 && traits.longestGroup < 6) return [];
    const spans: Span[] = [];
    for (const match of matchesOf(text, IBAN)) {
      const span = iban(text, match.index);
      if (span) spans.push(span);
    }
    if (traits.longestGroup >= 13) {
      for (const match of matchesOf(text, CARD)) {
        const digits = onlyDigits(match[0]);
        if (digits.length >= 13 && digits.length <= 19 && luhn(digits))
          spans.push(found(match.index, match.index + match[0].length, 'card', 'auto', true));
      }
    }
    return spans;
  },
};

const iban = (text: string, start: number): Span | undefined => {
  const length = LENGTHS[text.slice(start, start + 2).toUpperCase()];
  let plain = '';
  let end = start;
  for (let i = start; i < text.length && i < start + 60 && plain.length < (length ?? 34); i++) {
    const sign = text.charAt(i);
    if (/[A-Za-z0-9]/.test(sign)) {
      plain += sign;
      end = i + 1;
    } else if (!/[ -]/.test(sign) || !/[A-Za-z0-9]/.test(text.charAt(i + 1))) break;
  }
  if (length === undefined || plain.length !== length) return undefined;
  const valid = mod97(plain.slice(4) + plain.slice(0, 4)) === 1;
  if (!valid && (onlyDigits(plain).length < 10 || /[\p{L}\p{N}]/u.test(text.charAt(end)))) return undefined;
  return found(start, end, valid ? 'iban' : 'iban-unchecked', 'auto', valid);
};
