import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { askAgain } from './askAgain';

it('a first reply that is under way goes to who waits for it, and is then asked for again', async () => {
  const queries = new QueryClient();
  const answers: ((version: number) => void)[] = [];
  const query = { queryKey: ['visits', 'of today'], queryFn: () => new Promise<number>((then) => answers.push(then)) };
  const seen: (number | undefined)[] = [];
  const stop = new QueryObserver(queries, query).subscribe(({ data }) => seen.push(data));
  const waits = queries.query({ ...query, staleTime: 'static' });

  askAgain(queries, ['visits']);
  expect(answers.length).toBe(1);
  answers[0]?.(1);
  expect(await waits).toBe(1);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.(2);
  await expect.poll(() => seen.at(-1)).toBe(2);
  stop();
});

it('what is known already is asked for again at once', async () => {
  const queries = new QueryClient();
  let asked = 0;
  const stop = new QueryObserver(queries, { queryKey: ['visits'], queryFn: () => ++asked }).subscribe(() => undefined);
  await expect.poll(() => queries.getQueryData(['visits'])).toBe(1);
  askAgain(queries, ['visits']);
  await expect.poll(() => queries.getQueryData(['visits'])).toBe(2);
  stop();
});
