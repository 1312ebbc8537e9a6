// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { folderOf, PASSWORD, PERSONS, SERVERS, urlOf } from './network.mjs';
import { command } from './servers.mjs';
import { Refusal, step } from './terminal.mjs';

/** @typedef {import('./network.mjs').Place} Place */
/** @typedef {import('./network.mjs').Server} Server */
/** @typedef {import('./servers.mjs').Texts} Texts */

const [hub, ...nodes] = SERVERS;
const founders = nodes.filter((node) => node.founder);

/** @param {Place} place @param {Server} node */
const mechanismFile = (place, node) => {
  const file = join(folderOf(place, node), 'mechanism.json');
  mkdirSync(folderOf(place, node), { recursive: true });
  writeFileSync(file, JSON.stringify(node.mechanism, undefined, 2));
  return file;
};
/** @param {Place} place @param {Server} node */
const foundingFile = (place, node) => join(folderOf(place, node), 'founding.json');
/** @param {Place} place @param {Server} node */
const invitationFile = (place, node) => join(folderOf(place, node), 'invitation.json');
/** @param {Place} place */
const genesisFile = (place) => join(folderOf(place, hub), 'genesis.json');

/**
 * Before any server runs: each founder makes its keys and hands over a founding file; the hub founds the network from the files.
 * @param {Place} place @param {Texts} t
 */
export const found = async (place, t) => {
  for (const node of founders)
    await step(t('founding', { name: t(node.name) }), () =>
      command(place, node, ['found', foundingFile(place, node), '--mechanism', mechanismFile(place, node)]),
    );
  await step(t('genesis'), () =>
    command(place, hub, ['genesis', ...founders.map((node) => foundingFile(place, node)), '--admit', '2', '--out', genesisFile(place)]),
  );
  for (const node of founders) await command(place, node, ['init', '--genesis', genesisFile(place)]);
};

/** @param {Place} place @param {Texts} t */
export const addPersons = async (place, t) => {
  for (const server of SERVERS)
    await step(t('persons', { name: t(server.name) }), async () => {
      for (const { email, name, language, roles } of PERSONS[/** @type {keyof typeof PERSONS} */ (server.name)]) {
        const args = ['person', 'add', '--email', email, '--name', name, '--language', language, '--roles', roles.join(',')];
        await command(place, server, [...args, '--password-stdin'], { input: PASSWORD });
      }
    });
};

/** @param {Place} place @param {string} id @returns {Promise<any>} */
const memberAt = (place, id) =>
  fetch(`${urlOf(place, hub)}/api/members/${id}`).then((response) => (response.ok ? response.json() : undefined));

/** @param {() => Promise<unknown>} done @param {string} what */
const until = async (done, what) => {
  for (let tries = 0; tries < 300; tries += 1) {
    const result = await done().catch(() => undefined);
    if (result) return result;
    await pause(200);
  }
  throw new Refusal(what);
};

/**
 * A mechanism joins by the real procedure: invitation, enrolment over the network, two officers, two decisions of the committee.
 * @param {Place} place @param {Server} node @param {Texts} t
 */
const enrol = async (place, node, t) => {
  const name = t(node.name);
  const file = invitationFile(place, node);
  const officers = PERSONS.hub.flatMap(({ email }) => ['--by', email]);
  await step(t('invite', { name }), () =>
    command(place, hub, ['invite', String(node.slug), '--mechanism', mechanismFile(place, node), '--out', file, ...officers]),
  );
  await step(t('enrol', { name }), () => command(place, node, ['enrol', file]));
  const proposal = await step(t('approve', { name }), async () => {
    const [enrolment] = await command(place, hub, ['enrolments'], { json: true });
    for (const { email } of PERSONS.hub) await command(place, hub, ['approve', enrolment.id, '--by', email]);
    return String(await until(async () => (await command(place, hub, ['enrolments'], { json: true }))[0].proposal, name));
  });
  for (const member of founders)
    await step(t('decide', { name: t(member.name), subject: name }), () =>
      until(() => command(place, member, ['decide', proposal, '--approve'], { json: true }), t(member.name)),
    );
  await step(t('member', { name }), () => until(async () => (await memberAt(place, String(node.slug)))?.status === 'active', name));
};

/** @param {Place} place @param {Texts} t */
export const enrolOthers = async (place, t) => {
  for (const node of nodes.filter(({ founder }) => !founder)) await enrol(place, node, t);
};

/** @param {Place} place @param {Texts} t */
export const demonstrate = async (place, t) => {
  for (const node of nodes) await step(t('demonstration', { name: t(node.name) }), () => command(place, node, ['demonstrate']));
};
