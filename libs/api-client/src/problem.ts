import { problemDocument, type ProblemDocument } from '@nmirf/contracts/http/problem';

/** Codes this client gives where the server could not: the network is down, or the answer is not what the contract says. */
export const clientCodes = ['client/unreachable', 'client/answer-unreadable'] as const;
export type ClientCode = (typeof clientCodes)[number];

/** An answer that is a problem document, or one made here; `document.code` is what callers switch on. */
export class ApiProblem extends Error {
  constructor(readonly document: ProblemDocument) {
    super(`${document.code} (${String(document.status)})`);
    this.name = 'ApiProblem';
  }

  get code(): string {
    return this.document.code;
  }

  get status(): number {
    return this.document.status;
  }
}

/** A problem without words: whoever shows it has the texts of `clientCodes`. */
export const clientProblem = (code: ClientCode, status: number): ApiProblem =>
  new ApiProblem({ type: 'about:blank', code, status, title: '', retry: 'later' });

/** The problem document of a failed answer, read with distrust: a proxy may answer with a page of its own. */
export const readProblem = async (response: Response): Promise<ApiProblem> => {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemDocument.safeParse(body);
  return parsed.success ? new ApiProblem(parsed.data) : clientProblem('client/answer-unreadable', response.status);
};
