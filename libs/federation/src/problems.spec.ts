import { problemDocument } from '@nmirf/contracts/http/problem';
import { describe, expect, it } from '@jest/globals';
import { problemOf, ProtocolProblem, protocolProblems } from './problems.js';

describe('protocol problems', () => {
  it('are problem documents with status and retry', () => {
    for (const code of Object.keys(protocolProblems) as (keyof typeof protocolProblems)[]) {
      const problem = new ProtocolProblem(code);
      expect(problemDocument.parse(problem.document())).toEqual(problemOf(code));
      expect(problem.document()).toMatchObject({ type: `urn:nmirf:problem:${code}`, status: problem.status, retry: problem.retry });
    }
  });

  it('say where and which rule', () => {
    const document = new ProtocolProblem('schema-invalid', [
      { path: 'data.x', code: 'too_big' },
      { path: 'y', code: 'z', detail: 'a detail' },
    ]).document();
    expect(document.errors).toEqual([
      { path: 'data.x', code: 'too_big', detail: '' },
      { path: 'y', code: 'z', detail: 'a detail' },
    ]);
    expect(problemDocument.parse(document)).toEqual(document);
  });
});
