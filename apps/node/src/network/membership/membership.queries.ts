import type { Mechanism, MemberView } from '@nmirf/contracts/members/mechanism';
import type { NodeKey, OwnMembership } from '@nmirf/contracts/members/own-membership';
import { fingerprint, kidOf, spokenForm } from '@nmirf/federation/keys';
import { Problem } from '@nmirf/platform/http/problem';
import { MembersQueries } from '@nmirf/replica/members/members.queries';
import { Injectable } from '@nestjs/common';
import { LinkFacade } from '../../foundation/link/link.facade.js';
import { MechanismFacade } from '../../foundation/link/mechanism.facade.js';
import { NodeKeysFacade } from '../../foundation/link/node-keys.facade.js';
import { RestrictedFacade } from '../restricted/restricted.facade.js';

/** This node as it knows itself and as the network's log names it. */
@Injectable()
export class MembershipQueries {
  constructor(
    private readonly link: LinkFacade,
    private readonly mechanism: MechanismFacade,
    private readonly keys: NodeKeysFacade,
    private readonly members: MembersQueries,
    private readonly restricted: RestrictedFacade,
  ) {}

  async own(): Promise<OwnMembership> {
    const [link, member, own, keys, agreement] = await Promise.all([
      this.link.find(),
      unless('member/not-found', this.members.one(this.keys.node)),
      unless('mechanism/not-known', this.mechanism.own()),
      this.ownKeys(),
      this.restricted.ownKey(),
    ]);
    const record: Mechanism | undefined = member?.mechanism ?? own;
    return {
      node: this.keys.node,
      ...(link && { hub: link.hub, network: { hash: link.network, fingerprint: spokenForm(link.network) } }),
      ...(record && { mechanism: record }),
      ...(member && { membership: { status: member.status, since: member.since, committee: member.committee } }),
      keys: merge(member?.keys ?? [], keys),
      ...(agreement && { agreement }),
    };
  }

  private async ownKeys(): Promise<NodeKey[]> {
    const held = await this.keys.held();
    return held.map(({ use, publicKey }) => ({
      ...{ use, here: true, fingerprint: fingerprint(publicKey) },
      kid: kidOf(this.keys.node, publicKey),
    }));
  }
}

/** Every key the log names, the newest of a use first, and those that lie here and wait to be named. */
function merge(named: MemberView['keys'], here: readonly NodeKey[]): NodeKey[] {
  const unnamed = here.filter(({ kid }) => named.every((key) => key.kid !== kid));
  const known = named.map((key) => ({ ...key, here: here.some(({ kid }) => kid === key.kid) }));
  return [...unnamed, ...known.sort((a, b) => b.from - a.from)];
}

/** The answer; undefined where the question ends with this problem. */
async function unless<Answer>(code: string, question: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Problem && error.code === code) return undefined;
    throw error;
  }
}
