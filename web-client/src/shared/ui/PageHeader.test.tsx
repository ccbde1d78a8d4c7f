import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { expect, it, vi } from 'vitest';
import { show, withBrowser } from '@/test/show';
import { UNREAD_NOTICES } from '../notices';
import { PageHeader } from './PageHeader';

const TITLE = 'Visits';

function Unread({ count }: { count: number }) {
  const queries = useQueryClient();
  useEffect(() => void queries.setQueryData(UNREAD_NOTICES, count), [queries, count]);
  return null;
}

it('counts what is unread in the title and at the icon of the app', async () => {
  withBrowser();
  const setAppBadge = vi.fn(() => Promise.reject(new Error('not installed')));
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as object, { setAppBadge }));
  const page = (count: number) => (
    <>
      <PageHeader title={TITLE} />
      <Unread count={count} />
    </>
  );
  const { again } = show(page(2));
  await vi.waitFor(() => expect(document.title).toBe('(2) Visits – Health Connect'));
  expect(setAppBadge).toHaveBeenLastCalledWith(2);
  again(page(0));
  await vi.waitFor(() => expect(document.title).toBe('Visits – Health Connect'));
  expect(setAppBadge).toHaveBeenLastCalledWith(0);
  vi.unstubAllGlobals();
});
