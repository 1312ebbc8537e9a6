// Written by `npm run train`.
import type { Manifest } from './model.js';

export const LATIN: Manifest = {
  file: 'latin.bin',
  sha256: 'b616b317cc84d344815e935c4845023a78dbfcb130831b45ce655aa3003f8190',
  tags: ['nothing', 'person', 'place', 'organisation', 'date', 'code', 'trait', 'number'],
  bits: 17,
  step: 0.64,
  licence: 'MIT',
};

export const ARABIC: Manifest = {
  file: 'arabic.bin',
  sha256: 'c730c118c4051e6091d22e929c4ec9cd007b66ded2627390cb141f54a0ebec07',
  tags: ['nothing', 'person', 'place', 'organisation'],
  bits: 17,
  step: 0.28,
  licence: 'CC-BY-SA-4.0',
};
