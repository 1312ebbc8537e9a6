// Written by `npm run train`.
import type { Manifest } from './model.js';

export const LATIN: Manifest = {
  file: 'latin.bin',
  sha256: '46448a92f443e3f3a15ea9d2bcdfdf4fc267ddb3d1bb2ff473f9fbcbdfa1e407',
  tags: ['nothing', 'person', 'place', 'organisation', 'date', 'code', 'trait', 'number'],
  bits: 17,
  step: 0.02,
  licence: 'MIT',
};

export const ARABIC: Manifest = {
  file: 'arabic.bin',
  sha256: 'a165cf92befd3de7448945ac842f4e6b3692aa82f84c1083f4cbe08388e2dcf1',
  tags: ['nothing', 'person', 'place', 'organisation'],
  bits: 17,
  step: 0.02,
  licence: 'CC-BY-SA-4.0',
};
