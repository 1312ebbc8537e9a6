import 'reflect-metadata';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { BrowsedDesk } from '../harness/browsed-desk.js';
import { inBrowser } from '../harness/browser.js';
import { keepWhatIsWritten } from './editors.js';
import { plantedNames } from './planted-names.js';
import { shareAResource } from './share-a-resource.js';
import { publishCounts } from './statistics.js';

/** Journeys that one mechanism goes, with the hub behind it. */
inBrowser('at one desk', () => {
  const place = new BrowsedDesk();

  beforeAll(() => place.start(), 120_000);
  afterAll(() => place.stop(), 60_000);

  describe('what an officer writes', () => keepWhatIsWritten(place));
  describe('a practice with names planted in five languages', () => plantedNames(place));
  describe('a resource', () => shareAResource(place));
  describe('a mechanism’s counts', () => publishCounts(place));
});
