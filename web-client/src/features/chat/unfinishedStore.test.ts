import { beforeEach, expect, test } from 'vitest';
import { guarded } from '@/shared/browser';
import { forgetUnfinished } from './forgetUnfinished';
import { unfinishedOf } from './unfinishedStore';

const kept = { drafts: { doctor: 'half a sent' }, unsent: [{ to: 'doctor', clientId: 'c1', text: 'hello', at: 1 }] };
const nothing = { drafts: {}, unsent: [] };

beforeEach(() => sessionStorage.clear());

test('gives back what was kept, to its owner only', () => {
  unfinishedOf('anna').save(kept);
  expect(unfinishedOf('anna').load()).toMatchObject(kept);
  expect(unfinishedOf('bert').load()).toEqual(nothing);
});

test('leaves no entry when there is nothing to keep, or when it is to be forgotten', () => {
  const store = unfinishedOf('anna');
  store.save(kept);
  store.save(nothing);
  expect(sessionStorage).toHaveLength(0);
  store.save(kept);
  store.clear();
  expect(sessionStorage).toHaveLength(0);
  store.save(kept);
  forgetUnfinished();
  expect(sessionStorage).toHaveLength(0);
});

test.each(['', '{', '{"owner":"anna"}', '{"owner":"anna","drafts":{"x":1},"unsent":[]}'])(
  'takes %j for nothing',
  (text) => {
    sessionStorage.setItem('chat.unfinished', text);
    expect(unfinishedOf('anna').load()).toEqual(nothing);
  },
);

test('goes on when the storage is full', () => {
  const setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const full = guarded(() => ({ setItem }) as unknown as Storage);
  expect(() => unfinishedOf('anna', full).save(kept)).not.toThrow();
  expect(unfinishedOf('anna', full).load()).toMatchObject(kept);
});
