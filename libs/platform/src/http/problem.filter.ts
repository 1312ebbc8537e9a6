import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { ProblemDocument } from '@nmirf/contracts/http/problem';
import type { Language } from '@nmirf/contracts/languages/language';
import { problemTexts } from '@nmirf/languages/catalogue';
import { negotiateLanguage } from '@nmirf/languages/languages';
import type { Request, Response } from 'express';
import type { JsonLogger } from '../logging/logger.js';
import { requestContext } from '../logging/request-context.js';
import type { Metrics } from '../metrics/metrics.js';
import { Problem } from './problem.js';
import { problemOf } from './problem-of.js';

const FAILED = new Problem('server/failed', 500);

const described = (
  language: Language,
  { code, values = {} }: Pick<Problem, 'code' | 'values'> | { code: string; values?: Problem['values'] },
): string => {
  const texts = problemTexts(language, code, values);
  return texts?.detail ?? texts?.title ?? code;
};

/** The RFC 9457 document of a problem in one language. */
export const documentOf = ({ code, status, values, extras }: Problem, language: Language): ProblemDocument => {
  const texts = problemTexts(language, code, values);
  const requestId = requestContext.getStore()?.requestId;
  return {
    type: `urn:nmirf:problem:${code}`,
    code,
    status,
    title: texts?.title ?? code,
    ...(texts?.detail !== undefined && { detail: texts.detail }),
    ...(extras.retry !== undefined && { retry: extras.retry }),
    ...(requestId !== undefined && { requestId }),
    ...(extras.errors !== undefined && {
      errors: extras.errors.map((fault) => ({ path: fault.path, code: fault.code, detail: described(language, fault) })),
    }),
    ...extras.members,
  };
};

/** Answers everything that is thrown with a problem document in the caller's language. Bugs are logged and say nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: JsonLogger,
    private readonly metrics: Metrics,
    private readonly methodsOf: (path: string) => readonly string[],
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** Also for errors outside Nest's routes, such as a middleware's. */
  answer(error: unknown, request: Request, response: Response): void {
    const problem = this.judge(error, request);
    this.metrics.count('problems_total', { code: problem.code });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const language = negotiateLanguage(request.headers['accept-language']);
    response
      .status(problem.status)
      .set({ 'cache-control': 'no-store', 'content-language': language, vary: 'accept-language', ...problem.extras.headers })
      .type('application/problem+json')
      .send(JSON.stringify(documentOf(problem, language)));
  }

  /** Express says "not found" both to unknown paths and to unknown methods of known ones. */
  private judge(error: unknown, request: Request): Problem {
    const problem = problemOf(error) ?? this.report(error);
    if (!(error instanceof NotFoundException)) return problem;
    const allow = this.methodsOf(request.path);
    if (allow.length === 0 || allow.includes(request.method)) return problem;
    return new Problem('request/method-not-allowed', 405, {}, { headers: { allow: allow.join(', ') } });
  }

  private report(error: unknown): Problem {
    const stack = error instanceof Error ? error.stack : undefined;
    this.logger.write('error', { stack, kind: error instanceof Error ? error.name : typeof error }, 'A request failed');
    return FAILED;
  }
}
