import { type ProtocolCode, protocolProblems } from '@nmirf/federation/problems';
import { Problem, type ProblemExtras } from '@nmirf/platform/http/problem';

/** The answer to a node that breaks the protocol: status and `retry` as the protocol fixes them for this code. */
export const protocolProblem = (
  code: ProtocolCode,
  members: ProblemExtras['members'] = {},
  headers: ProblemExtras['headers'] = {},
): Problem => new Problem(code, protocolProblems[code].status, {}, { retry: protocolProblems[code].retry, members, headers });
