import 'reflect-metadata';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { invitationView } from '@nmirf/contracts/network/enrolment';
import { apiAt } from '../harness/api-at.js';
import { apply, invitationTo } from '../harness/application.js';
import { BrowsedNetwork, SECRETARIAT } from '../harness/browsed-network.js';
import { inBrowser } from '../harness/browser.js';
import { everyPageOfTheHub } from './hub-pages.js';
import { everyPageOfANode, officers } from './node-pages.js';
import { PRACTICES, publicPages } from './public-pages.js';
import { deskOfTheSecretariat } from './secretariat.js';

/** The order matters: the secretariat's trail is read first, and the committee decides last on who has applied. */
inBrowser('the pages of both clients', () => {
  const place = new BrowsedNetwork();

  beforeAll(async () => {
    await place.start(officers);
    await place.network.publish(PRACTICES);
    await place.network.settled();
    // What the desk needs to show something: an application that waits, and an invitation another officer can issue.
    const [one, two] = [await apiAt(place.browser, place.hub, SECRETARIAT[0]), await apiAt(place.browser, place.hub, SECRETARIAT[1])];
    await apply(place.network, [one, two]);
    await one.tell(invitationView, '/api/invitations', invitationTo('TUN', 'node:tn'));
  }, 240_000);
  afterAll(() => place.stop(), 60_000);

  describe('the desk of the secretariat', () => deskOfTheSecretariat(place));
  describe('the public pages of the hub', () => publicPages(place));
  describe('every page of the hub', () => everyPageOfTheHub(place));
  describe('every page of a node', () => everyPageOfANode(place));
});
