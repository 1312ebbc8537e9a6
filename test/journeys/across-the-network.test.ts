import 'reflect-metadata';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { BrowsedNetwork } from '../harness/browsed-network.js';
import { inBrowser } from '../harness/browser.js';
import { demonstratedPractices } from '../harness/published-practices.js';
import { findAPractice } from './find-a-practice.js';
import { inviteAndEnrol } from './invite-and-enrol.js';
import { neighbours, people, publishAPractice } from './publish-a-practice.js';

/** Journeys from one house to another: a hub and its nodes as they are deployed, each a process of its own. */
inBrowser('across the network', () => {
  const place = new BrowsedNetwork();

  beforeAll(async () => {
    await place.start(people, neighbours);
    await place.network.release(demonstratedPractices());
    await place.network.settled();
  }, 240_000);
  afterAll(() => place.stop(), 60_000);

  describe('a reader finds a practice', () => findAPractice(place));
  describe('a mechanism publishes a practice', () => publishAPractice(place));
  describe('a mechanism is invited and becomes a member', () => inviteAndEnrol(place));
});
