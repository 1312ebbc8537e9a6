// Written by `npm run train`.
import type { Manifest } from './model.js';

export const LATIN: Manifest = {
  file: 'latin.bin',
  sha256: '5a0011fb89aa9b8511392ef52c2e3c78a62f87cd2ef680ba02abd5a936159b5e',
  tags: ['nothing', 'person', 'place', 'organisation', 'date', 'code', 'trait', 'number'],
  bits: 17,
  step: 0.64,
  licence: 'MIT',
};

export const ARABIC: Manifest = {
  file: 'arabic.bin',
  sha256: '32eb1636c83d9b60bea2d626c6a2ce99145619d20644b195c647bd4a989cee5f',
  tags: ['nothing', 'person', 'place', 'organisation'],
  bits: 17,
  step: 0.28,
  licence: 'CC-BY-SA-4.0',
};
