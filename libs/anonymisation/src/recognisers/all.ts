import type { Recogniser } from '../span.js';
import { account } from './account.recogniser.js';
import { age } from './age.recogniser.js';
import { arabicReading } from './arabic-reading.recogniser.js';
import { caseNumber } from './case-number.recogniser.js';
import { closedWorld } from './closed-world.recogniser.js';
import { coordinates } from './coordinates.recogniser.js';
import { date } from './date.recogniser.js';
import { email } from './email.recogniser.js';
import { honorific } from './honorific.recogniser.js';
import { identifier } from './identifier.recogniser.js';
import { ip } from './ip.recogniser.js';
import { knownName } from './known-name.recogniser.js';
import { organisation } from './organisation.recogniser.js';
import { ownCountry } from './own-country.recogniser.js';
import { phone } from './phone.recogniser.js';
import { privateRun } from './private-run.recogniser.js';
import { quasi } from './quasi.recogniser.js';
import { smallNumber } from './small-number.recogniser.js';
import { tagger } from './tagger.recogniser.js';
import { url } from './url.recogniser.js';

/** What needs no record: the hub runs these. */
export const patternRecognisers: readonly Recogniser[] = [
  email,
  url,
  ip,
  phone,
  account,
  identifier,
  caseNumber,
  coordinates,
  date,
  age,
  smallNumber,
  honorific,
];
/** What a node runs: the patterns, what the record itself knows, and the flags for the reviewer. */
export const recordRecognisers: readonly Recogniser[] = [
  ...patternRecognisers,
  knownName,
  tagger,
  organisation,
  ownCountry,
  privateRun,
  quasi,
  closedWorld,
  arabicReading,
];
