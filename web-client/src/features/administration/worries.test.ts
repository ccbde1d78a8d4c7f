import { describe, expect, it } from 'vitest';
import type { System } from './administrationApi';
import { worriesOf } from './worries';

const WELL: System = {
  version: '1',
  javaVersion: '17',
  zoneData: '2026a',
  startedAt: '2026-03-02T07:00:00.000Z',
  store: { product: 'SQLite', schema: 14, bytes: 4_096, freeBytes: 5_000_000_000 },
  feed: { nodes: 1, lagSeconds: null, skipped: 0, interruptions: 0, listenerFailures: 0 },
  load: {
    sockets: 0,
    queues: { requests: 0, events: 0, passwords: 0, images: 0 },
    heapBytes: 1,
    mostHeapBytes: 2,
    uncaughtFailures: 0,
  },
  outboxes: {
    mail: { waiting: 1, oldestAt: '2026-03-02T07:00:00.000Z', failed: 1 },
    push: { waiting: 0, oldestAt: null, failed: 0 },
  },
  upkeep: [{ name: 'purge_audit', runs: 3, failures: 0, overdueSeconds: 60 }],
};
const NOW = new Date('2026-03-02T08:00:00.000Z');
const WAITING = { waiting: 1, oldestAt: '2026-03-02T06:59:59.000Z', failed: 0 };

describe('what somebody has to look after', () => {
  it('is nothing in a healthy server', () => {
    expect(worriesOf(WELL, NOW)).toEqual([]);
    expect(worriesOf({ ...WELL, store: { ...WELL.store, freeBytes: null } }, NOW)).toEqual([]);
  });

  it.each([
    ['space', { store: { ...WELL.store, freeBytes: 999_999_999 } }],
    ['lag', { feed: { ...WELL.feed, lagSeconds: 16 } }],
    ['feed', { feed: { ...WELL.feed, skipped: 1 } }],
    ['feed', { feed: { ...WELL.feed, listenerFailures: 1 } }],
    ['failures', { load: { ...WELL.load, uncaughtFailures: 1 } }],
    ['outboxes', { outboxes: { ...WELL.outboxes, mail: WAITING } }],
    ['outboxes', { outboxes: { ...WELL.outboxes, push: WAITING } }],
    ['tasks', { upkeep: [{ name: 'purge_audit', runs: 3, failures: 1, overdueSeconds: 0 }] }],
    ['tasks', { upkeep: [{ name: 'purge_audit', runs: 3, failures: 0, overdueSeconds: 61 }] }],
  ] as const)('is %s', (worry, change) => {
    expect(worriesOf({ ...WELL, ...change } as System, NOW)).toEqual([worry]);
  });
});
