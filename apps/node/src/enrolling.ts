import { enrolmentAnswer, type EnrolmentAnswer, enrolmentNonce, ENROLMENT_TYPE, type Invitation } from '@nmirf/contracts/network/enrolment';
import { problemDocument } from '@nmirf/contracts/http/problem';
import type { NodeId } from '@nmirf/contracts/network/names';
import { bind, sealEnrolment } from '@nmirf/federation/enrolment';
import { fingerprint, signerOf } from '@nmirf/federation/keys';
import { openLine, type Proxies } from '@nmirf/platform/http/line';
import { Problem } from '@nmirf/platform/http/problem';
import { type Dispatcher, fetch } from 'undici';
import type { z } from 'zod';
import { keepMechanism } from './foundation/link/mechanism.facade.js';
import { showKeys } from './founding.js';

const PATIENCE_MS = 30_000;
const MAX_ANSWER = 65_535;

/**
 * Shows the hub an invitation and this node's new keys. The token stays here: it only binds the enrolment to the `msg` key. Answers the
 * fingerprint that the secretariat compares by voice. Throws `enrolment/other-node`, `hub/not-reached`, `hub/not-understood`, and the
 * problem the hub answers.
 */
export async function enrol(invitation: Invitation, node: NodeId, keysFolder: string, proxies: Proxies = {}): Promise<EnrolmentAnswer> {
  if (invitation.node !== node) throw new Problem('enrolment/other-node', 409, { invited: invitation.node, here: node });
  const line = openLine(proxies);
  try {
    return await show(invitation, keysFolder, line);
  } finally {
    await line.close();
  }
}

async function show(
  { id, hub, node, network, mechanism, token }: Invitation,
  keysFolder: string,
  line: Dispatcher,
): Promise<EnrolmentAnswer> {
  const { nonce } = await ask(line, `${hub}/nmirf/v1/enrolments/nonce`, enrolmentNonce);
  const { keys, possession, msg } = await showKeys({ network, id: node, nonce }, keysFolder);
  const request = { invitation: id, id: node, mechanism, keys, nonce, possession, binding: bind(id, token, keys.msg) };
  const answer = await ask(line, `${hub}/nmirf/v1/enrolments`, enrolmentAnswer, sealEnrolment(request, signerOf(node, msg)));
  if (answer.fingerprint !== fingerprint(keys.msg)) throw new Problem('hub/not-understood', 502);
  await keepMechanism(keysFolder, mechanism);
  return answer;
}

async function ask<Schema extends z.ZodType>(line: Dispatcher, url: string, schema: Schema, jws?: string): Promise<z.output<Schema>> {
  const request = jws === undefined ? {} : { method: 'POST', headers: { 'content-type': ENROLMENT_TYPE }, body: jws };
  const answer = await fetch(url, { ...request, dispatcher: line, signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' }).catch(
    () => undefined,
  );
  if (!answer) throw new Problem('hub/not-reached', 502, { hub: new URL(url).origin });
  const body = jsonOf((await answer.text()).slice(0, MAX_ANSWER));
  const problem = answer.ok ? undefined : problemDocument.safeParse(body).data;
  if (problem) throw new Problem(problem.code, answer.status);
  const parsed = schema.safeParse(body);
  if (!answer.ok || !parsed.success) throw new Problem('hub/not-understood', 502);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
