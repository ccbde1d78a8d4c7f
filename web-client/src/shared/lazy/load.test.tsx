import { act, screen } from '@testing-library/react';
import { type ComponentType, Suspense } from 'react';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { show } from '@/test/show';
import { lazyPage, lazyPart, PageFallback } from '.';

// Test files share their modules: those that came with the real words must come again, and those of this file must go.
const words = vi.hoisted(() => {
  vi.resetModules();
  return { asked: [] as string[] };
});
afterAll(() => {
  vi.resetModules();
});

vi.mock('../i18n/words', () => ({
  loadFeatureWords: (language: string, feature: string) => {
    words.asked.push(`${language} ${feature}`);
    return new Promise(() => undefined);
  },
}));

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

describe('a page', () => {
  function aPage() {
    const load = vi.fn(() => Promise.resolve({ default: () => null }));
    return { load, Page: lazyPage('doctors', load) };
  }

  async function shown(Page: ComponentType) {
    await act(async () => {
      show(
        <Suspense>
          <Page />
        </Suspense>,
      );
      await vi.advanceTimersByTimeAsync(0);
    });
  }

  beforeEach(() => {
    words.asked.length = 0;
  });

  it('asks for its code while its words are on their way', async () => {
    const { load, Page } = aPage();
    await shown(Page);
    expect(words.asked).toContain('en doctors');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('can begin before it is shown, and is loaded once', async () => {
    const { load, Page } = aPage();
    Page.begin('es');
    expect(words.asked).toEqual(['es doctors']);
    await shown(Page);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
