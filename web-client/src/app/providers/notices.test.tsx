import { useEffect } from 'react';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Notice, useNotices } from '@/shared/notices';
import { Dialog } from '@/shared/ui';
import { show, withBrowser } from '@/test/show';
import { NoticesProvider } from './NoticesProvider';

const heard: { notify?: ReturnType<typeof useNotices>['notify'] } = {};

beforeEach(() => {
  withBrowser();
  vi.useFakeTimers();
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const QUESTION = 'Now?';

function Page({ dialog }: { dialog: boolean }) {
  const { notify } = useNotices();
  useEffect(() => {
    heard.notify = notify;
  }, [notify]);
  return (
    <Dialog open={dialog} onClose={() => undefined} title={QUESTION}>
      {QUESTION}
    </Dialog>
  );
}

function page({ dialog = false } = {}) {
  show(
    <NoticesProvider>
      <Page dialog={dialog} />
    </NoticesProvider>,
  );
}

const say = (text: string, more: Partial<Notice> = {}) =>
  act(() => {
    heard.notify?.({ kind: 'done', text, ...more });
  });
const seen = (text: string) => screen.queryByText(text)?.closest('[hidden]') === null;
const goTo = (path: string) =>
  act(() => {
    window.history.pushState(null, '', path);
  });

describe('notices', () => {
  const pass = (ms: number) =>
    act(() => {
      vi.advanceTimersByTime(ms);
    });

  it('are gone after six seconds, except for problems and those that no other place says', () => {
    page();
    say('Saved.');
    say('A visit was moved.', { action: { label: 'Show', run: () => undefined } });
    say('It failed.', { kind: 'problem' });
    say('There is a new version.', { stays: true });
    pass(6_000);
    expect(screen.queryByText('Saved.')).toBeNull();
    expect(screen.queryByText('A visit was moved.')).toBeNull();
    screen.getByText('It failed.');
    screen.getByText('There is a new version.');
  });

  it('are not kept by those that come after them', () => {
    page();
    say('One');
    pass(4_000);
    say('Two');
    pass(2_000);
    expect(screen.queryByText('One')).toBeNull();
    screen.getByText('Two');
  });

  it.each([
    ['the pointer', () => screen.getByRole('log').parentElement, 'pointerenter', 'pointerleave'],
    ['the focus', () => screen.getByRole('button', { name: 'Show' }), 'focusin', 'focusout'],
  ])('stay under %s, and go six seconds after it', (_, at, come, leave) => {
    page();
    say('A visit was moved.', { action: { label: 'Show', run: () => undefined } });
    pass(5_000);
    act(() => void at()?.dispatchEvent(new Event(come, { bubbles: come === 'focusin' })));
    pass(60_000);
    act(() => void at()?.dispatchEvent(new Event(leave, { bubbles: leave === 'focusout' })));
    pass(5_999);
    screen.getByText('A visit was moved.');
    pass(1);
    expect(screen.queryByText('A visit was moved.')).toBeNull();
  });

  it('do not follow to another page, except for those that lead somewhere', () => {
    page();
    say('It failed.', { kind: 'problem' });
    say('A visit was moved.', { action: { label: 'Show', run: () => undefined } });
    goTo('/messages');
    expect(screen.queryByText('It failed.')).toBeNull();
    screen.getByText('A visit was moved.');
  });

  it('are one line, with the others behind a button', () => {
    page();
    ['One', 'Two', 'Three'].forEach((text) => say(text));
    expect(['One', 'Two', 'Three'].map(seen)).toEqual([false, false, true]);
    fireEvent.click(screen.getByRole('button', { name: '3 updates' }));
    expect(['One', 'Two', 'Three'].map(seen)).toEqual([true, true, true]);
  });

  it('are heard and can be pressed while a dialog is open', () => {
    page({ dialog: true });
    screen.getByRole('dialog');
    say('Saved.');
    const notice = screen.getByText('Saved.');
    expect(notice.closest('[inert], [aria-hidden=true]')).toBeNull();
    const log = screen.getByRole('log', { name: 'Notices' });
    expect(log.getAttribute('aria-live')).toBe('polite');
    fireEvent.click(within(log).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('Saved.')).toBeNull();
  });
});
