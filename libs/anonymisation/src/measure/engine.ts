import type { EntityType } from '@nmirf/contracts/practices/report';
import { recognise } from '../recognise.js';
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
