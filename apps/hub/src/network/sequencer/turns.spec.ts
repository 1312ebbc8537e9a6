import { expect, it } from '@jest/globals';
import { Turns } from './turns.js';

it('keeps the order of a connection, whoever is ready first', async () => {
  const [turns, connection, order]: [Turns, object, string[]] = [new Turns(), {}, []];
  const [first, second, third] = ['first', 'second', 'third'].map((name) => ({ name, turn: turns.take(connection) }));
  const goes = ({ name, turn }: NonNullable<typeof first>) => turn.come.then(() => order.push(name));
  const all = [goes(third!), goes(second!), goes(first!)];
  await all[2];
  expect(order).toEqual(['first']);
  third!.turn.pass();
  first!.turn.pass();
  await all[1];
  expect(order).toEqual(['first', 'second']);
  second!.turn.pass();
  await all[0];
  expect(order).toEqual(['first', 'second', 'third']);
});

it('lets connections go side by side', async () => {
  const turns = new Turns();
  turns.take({});
  await expect(turns.take({}).come).resolves.toBeUndefined();
});
