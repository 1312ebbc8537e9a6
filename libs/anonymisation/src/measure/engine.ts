import type { EntityType } from '@nmirf/contracts/practices/report';
import { recognise, withhold } from '../recognise.js';
import type { Reach } from '../recognisers/withheld.recogniser.js';
import type { Engine, Label } from './labelled.js';

const labels: Readonly<Record<EntityType, Label>> = {
  person: 'person',
  contact: 'contact',
  email: 'contact',
  phone: 'contact',
  url: 'contact',
  ip: 'contact',
  account: 'code',
  identifier: 'code',
  'case-number': 'code',
  date: 'date',
  age: 'date',
  place: 'place',
  organisation: 'organisation',
  role: 'trait',
  quasi: 'trait',
  number: 'number',
  unknown: 'other',
};

/** This library, as a node runs it on a text of no record. */
export const ours: Engine = (text, language) =>
  recognise(text, language).map(({ start, end, type, tier }) => ({ start, end, tier, label: labels[type] }));

/** This library on a whole document from which all is withheld that points to somebody. */
export const withholding =
  (reach: Reach): Engine =>
  (text, language) =>
    withhold(text, language, reach).map(({ start, end, type }) => ({ start, end, tier: 'auto', label: labels[type] }));
