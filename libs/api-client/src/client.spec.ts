import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createClient, type ApiClient } from './client.js';
import { ApiProblem } from './problem.js';

const servers: Server[] = [];

const serve = async (listener: RequestListener): Promise<ApiClient> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return createClient({ language: () => 'fr', base: `http://127.0.0.1:${String(port)}` });
};

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('the client', () => {
  it('sends the language and the query, and parses the answer', async () => {
    const client = await serve((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ url: request.url, language: request.headers['accept-language'], extra: 1 }));
    });
    const answer = await client.ask(z.object({ url: z.string(), language: z.string() }), '/api/x', {
      query: { q: 'état', after: undefined, none: '' },
    });
    expect(answer).toEqual({ url: '/api/x?q=%C3%A9tat', language: 'fr' });
  });

  it('throws the problem document of a refusal', async () => {
    const client = await serve((_request, response) => {
      response.writeHead(409, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ type: 'about:blank', code: 'practice/changed', status: 409, title: 'Changed' }));
    });
    const refusal = client.tell('/api/x', { method: 'PUT', body: {} });
    await expect(refusal).rejects.toBeInstanceOf(ApiProblem);
    await expect(refusal).rejects.toMatchObject({ code: 'practice/changed', status: 409 });
  });

  it('says so when the answer is not what the contract says, or not JSON', async () => {
    const client = await serve((request, response) => {
      response.writeHead(request.url === '/page' ? 502 : 200);
      response.end(request.url === '/page' ? '<h1>Bad gateway</h1>' : '{"wrong":true}');
    });
    await expect(client.ask(z.object({ id: z.string() }), '/x')).rejects.toMatchObject({ code: 'client/answer-unreadable' });
    await expect(client.ask(z.object({}), '/page')).rejects.toMatchObject({ code: 'client/answer-unreadable', status: 502 });
  });

  it('says so when nobody answers', async () => {
    const client = createClient({ language: () => 'en', base: 'http://127.0.0.1:1' });
    await expect(client.tell('/x', {})).rejects.toMatchObject({ code: 'client/unreachable', status: 0 });
  });
});
