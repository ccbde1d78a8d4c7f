import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetDrafts, useForm } from '.';

beforeEach(forgetDrafts);

interface Stored {
  text: string;
  version: number;
}

function formOver(first: Stored, guarded = true) {
  return renderHook(({ text, version }: Stored) => useForm('note', { text }, { version, guarded }), {
    initialProps: first,
  });
}

function wouldAsk(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

describe('a form over stored values', () => {
  it('shows what is stored until something is typed', () => {
    const { result, rerender } = formOver({ text: 'one', version: 1 });
    rerender({ text: 'two', version: 2 });
    expect(result.current.values.text).toBe('two');
    act(() => result.current.set('text', 'mine'));
    rerender({ text: 'three', version: 3 });
    expect(result.current.values.text).toBe('mine');
  });

  it('keeps what was typed with the version it started from, also on another page', () => {
    const { result, rerender, unmount } = formOver({ text: 'one', version: 1 });
    act(() => result.current.set('text', 'mine'));
    rerender({ text: 'two', version: 2 });
    expect(result.current).toMatchObject({
      conflicts: ['text'],
      version: 1,
      seen: { text: 'one' },
      stored: { text: 'two' },
    });
    unmount();
    const back = formOver({ text: 'two', version: 2 }).result;
    expect(back.current).toMatchObject({ conflicts: ['text'], version: 1, values: { text: 'mine' } });
    act(() => back.current.rebase());
    expect(back.current).toMatchObject({ conflicts: [], version: 2, values: { text: 'mine' } });
  });

  it('shows newer values in the fields that were not changed, and is then about those', () => {
    const { result, rerender } = renderHook(
      ({ a, b, version }: { a: string; b: string; version: number }) => useForm('two fields', { a, b }, { version }),
      { initialProps: { a: 'a', b: 'b', version: 1 } },
    );
    act(() => result.current.set('a', 'mine'));
    rerender({ a: 'a', b: 'newer', version: 2 });
    expect(result.current).toMatchObject({ values: { a: 'mine', b: 'newer' }, conflicts: [], version: 2 });
    rerender({ a: 'theirs', b: 'newest', version: 3 });
    expect(result.current).toMatchObject({ values: { a: 'mine', b: 'newest' }, conflicts: ['a'], version: 1 });
    rerender({ a: 'mine', b: 'newest', version: 4 });
    expect(result.current).toMatchObject({ conflicts: [], version: 4 });
  });

  it('goes on with the newer version when what it shows is still the same', () => {
    const { result, rerender } = formOver({ text: 'one', version: 1 });
    act(() => result.current.set('text', 'mine'));
    rerender({ text: 'one', version: 2 });
    expect(result.current).toMatchObject({ conflicts: [], version: 2 });
  });

  it('asks before the page is left, only while there is something to lose', () => {
    const { result, unmount } = formOver({ text: 'one', version: 1 });
    expect(wouldAsk()).toBe(false);
    act(() => result.current.set('text', 'mine'));
    unmount();
    expect(wouldAsk()).toBe(true);
    const back = formOver({ text: 'one', version: 1 }).result;
    act(() => back.current.set('text', 'one'));
    expect(wouldAsk()).toBe(false);
    act(() => back.current.set('text', 'mine'));
    act(() => back.current.discard());
    expect(wouldAsk()).toBe(false);
    expect(back.current.values.text).toBe('one');
  });

  it('does not ask for what is easily typed again', () => {
    const { result } = formOver({ text: '', version: 1 }, false);
    act(() => result.current.set('text', 'anna@example.org'));
    expect(wouldAsk()).toBe(false);
  });

  it('keeps what is typed while a save is on its way', () => {
    const { result, rerender } = formOver({ text: 'one', version: 1 });
    act(() => result.current.set('text', 'sent '));
    const sent = result.current.values;
    act(() => result.current.set('text', 'sent and more'));
    act(() => result.current.commit(sent, { text: 'sent' }, 2));
    expect(result.current).toMatchObject({ values: { text: 'sent and more' }, conflicts: [], version: 2 });
    rerender({ text: 'sent', version: 2 });
    expect(result.current).toMatchObject({
      values: { text: 'sent and more' },
      conflicts: [],
      version: 2,
      seen: { text: 'sent' },
    });
    expect(wouldAsk()).toBe(true);
    rerender({ text: 'theirs', version: 3 });
    expect(result.current).toMatchObject({ conflicts: ['text'], version: 2 });
  });

  it('shows what is stored when nothing was typed during the save, before the page has been told', () => {
    const { result, rerender } = formOver({ text: 'one', version: 1 });
    act(() => result.current.set('text', 'sent '));
    act(() => result.current.commit(result.current.values, { text: 'sent' }, 2));
    rerender({ text: 'sent', version: 2 });
    expect(result.current).toMatchObject({ values: { text: 'sent' }, conflicts: [], version: 2 });
    expect(wouldAsk()).toBe(false);
  });

  it('commits what was typed on a page that has been left', () => {
    const { result, unmount } = formOver({ text: 'one', version: 1 });
    act(() => result.current.set('text', 'sent'));
    const { commit, values } = result.current;
    unmount();
    commit(values, { text: 'sent' }, 2);
    expect(wouldAsk()).toBe(false);
    expect(formOver({ text: 'sent', version: 2 }).result.current.values.text).toBe('sent');
  });
});
