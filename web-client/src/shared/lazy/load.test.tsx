import { act, screen } from '@testing-library/react';
import { type ComponentType, Suspense } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { show } from '@/test/show';
import { lazyPart, PageFallback } from '.';

beforeEach(() => {
  vi.useFakeTimers();
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

describe('code that does not come', () => {
  const THERE = 'It is there.';
  const Words = () => <p>{THERE}</p>;

  async function waiting(failures: number) {
    let left = failures;
    const Part = lazyPart((): Promise<{ default: ComponentType }> => {
      left -= 1;
      return left >= 0 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ default: Words });
    });
    show(
      <Suspense fallback={<PageFallback />}>
        <Part />
      </Suspense>,
    );
    await act(() => vi.advanceTimersByTimeAsync(0));
  }

  it('is asked for until it is there', async () => {
    await waiting(3);
    screen.getByText('This page has not loaded yet');
    await act(() => vi.advanceTimersByTimeAsync(7_000));
    screen.getByText(THERE);
    expect(screen.queryByText('This page has not loaded yet')).toBeNull();
  });

  it('comes as soon as the line is back', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await waiting(1);
    screen.getByText("You're offline");
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    await act(() => vi.advanceTimersByTimeAsync(0));
    screen.getByText(THERE);
  });
});
