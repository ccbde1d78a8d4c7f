import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { show } from '@/test/show';
import { ApiProblem } from '../api';
import { MoreList } from './MoreList';

const idle = {
  items: [{ name: 'one' }],
  error: new ApiProblem('offline'),
  errorUpdateCount: 1,
  isFetching: false,
  isPaused: false,
  isFetchingNextPage: false,
  hasNextPage: true,
  isFetchNextPageError: false,
};

it.each([
  ['the whole list', false],
  ['the next page', true],
])('tries again what failed: %s', (_, isFetchNextPageError) => {
  const fetchNextPage = vi.fn(() => Promise.resolve());
  const refetch = vi.fn(() => Promise.resolve());
  show(
    <MoreList pages={{ ...idle, isFetchNextPageError, fetchNextPage, refetch }} keyOf={({ name }) => name} empty={null}>
      {({ name }) => name}
    </MoreList>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect([refetch.mock.calls.length, fetchNextPage.mock.calls.length]).toEqual(isFetchNextPageError ? [0, 1] : [1, 0]);
});
