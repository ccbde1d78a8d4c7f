import { onlineManager, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query';
import { act, fireEvent, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import * as v from 'valibot';
import { beforeEach, expect, it, vi } from 'vitest';
import { api, nothing } from '@/shared/api';
import { Awaited } from '@/shared/ui';
import { serve, show } from '@/test/show';
import { makeQueries } from './makeQueries';

const LONGEST_RETRIES_MS = 2_000;
const AGAIN_MS = 15_000;
const schema = v.object({ name: v.string() });

beforeEach(() => {
  vi.useFakeTimers();
  return () => {
    onlineManager.setOnline(true);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const withQueries = (part: ReactNode) => show(<QueryClientProvider client={makeQueries()}>{part}</QueryClientProvider>);

function Name() {
  const query = useQuery({ queryKey: ['name'], queryFn: ({ signal }) => api.get('/api/name', schema, { signal }) });
  return query.data === undefined ? <Awaited query={query} /> : <p>{query.data.name}</p>;
}

it('what a server that is away could not answer comes by itself when it is back, and the reason stays until then', async () => {
  let up = false;
  serve(() => (up ? { name: 'Nora' } : 503));
  withQueries(<Name />);
  await pass(LONGEST_RETRIES_MS);
  const reason = screen.getByRole('alert');
  await pass(AGAIN_MS + LONGEST_RETRIES_MS);
  expect(screen.getByRole('alert')).toBe(reason);
  up = true;
  await pass(AGAIN_MS + LONGEST_RETRIES_MS);
  screen.getByText('Nora');
});

it('what is wrong in the request is not asked again', async () => {
  const asked = serve(() => 404);
  withQueries(<Name />);
  await pass(10 * AGAIN_MS);
  screen.getByRole('alert');
  expect(asked).toHaveLength(1);
});

it('a page that cannot load without a network says so, and comes when the network does', async () => {
  let away = true;
  serve(() => (away ? Promise.reject(new TypeError('no network')) : { name: 'Nora' }));
  onlineManager.setOnline(false);
  withQueries(<Name />);
  await pass(LONGEST_RETRIES_MS);
  screen.getByRole('heading', { name: "You're offline" });
  away = false;
  onlineManager.setOnline(true);
  await pass(LONGEST_RETRIES_MS);
  screen.getByText('Nora');
});

function Cancel() {
  const cancel = useMutation({ mutationFn: () => api.post('/api/cancel', nothing, { body: {} }) });
  return (
    <button type="button" onClick={() => cancel.mutate()}>
      {cancel.status}
    </button>
  );
}

it('what cannot be sent without a network fails at once, and is not sent later', async () => {
  const asked = serve(() => Promise.reject(new TypeError('no network')));
  onlineManager.setOnline(false);
  withQueries(<Cancel />);
  fireEvent.click(screen.getByRole('button', { name: 'idle' }));
  await pass(0);
  screen.getByRole('button', { name: 'error' });
  const sent = asked.length;
  onlineManager.setOnline(true);
  await pass(AGAIN_MS);
  expect(asked).toHaveLength(sent);
});
