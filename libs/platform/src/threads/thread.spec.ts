import { afterEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Thread } from './thread.js';

const thread = new Thread<string, string>('echo.thread', pathToFileURL(join(process.cwd(), 'test/harness/thread.js')).href);

afterEach(() => thread.close());

describe('a thread', () => {
  it('answers in the order of the questions', async () => {
    expect(await Promise.all(['a', 'b', 'c'].map((word) => thread.ask(word)))).toEqual(['a', 'b', 'c']);
  });

  it('that fails refuses all that wait, and begins anew with the next question', async () => {
    const [first, ...others] = ['a', 'fail', 'b'].map((word) => thread.ask(word));
    expect(await Promise.allSettled(others)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    expect(await first).toBe('a');
    expect(await thread.ask('c')).toBe('c');
  });

  it('that is ended leaves nobody waiting', async () => {
    const answer = thread.ask('say nothing');
    await Promise.all([thread.close(), expect(answer).rejects.toThrow('The thread was ended')]);
  });
});
