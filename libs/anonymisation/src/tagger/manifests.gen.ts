// Written by `npm run train`.
import type { Manifest } from './model.js';

export const LATIN: Manifest = {
  file: 'latin.bin',
  sha256: '14321766eba4750fa489c286b94f9f286db69a954400c147c986a9afcf9acc1e',
  tags: ['nothing', 'person', 'place', 'organisation', 'date', 'code', 'trait', 'number'],
  bits: 17,
  step: 0.64,
  licence: 'MIT',
};

export const ARABIC: Manifest = {
  file: 'arabic.bin',
  sha256: '3d0168ee97c15e77c0b9f0704962b2dd7f20517a119d63ff9f2e7c022bffbe33',
  tags: ['nothing', 'person', 'place', 'organisation'],
  bits: 17,
  step: 0.28,
  licence: 'CC-BY-SA-4.0',
};
