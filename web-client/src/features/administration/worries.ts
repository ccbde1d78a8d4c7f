import type { System } from './administrationApi';

const LITTLE_SPACE = 1_000_000_000;
const LONG_LAG_SECONDS = 15;
const LONG_OVERDUE_SECONDS = 60;
const LONG_WAIT_MILLIS = 3_600_000;

export type Worry = 'space' | 'lag' | 'feed' | 'failures' | 'outboxes' | 'tasks';

/** What somebody has to look after. */
export function worriesOf({ store, feed, load, outboxes, upkeep }: System, now: Date): Worry[] {
  const worries: Record<Worry, boolean> = {
    space: store.freeBytes !== null && store.freeBytes < LITTLE_SPACE,
    lag: (feed.lagSeconds ?? 0) > LONG_LAG_SECONDS,
    feed: feed.listenerFailures > 0 || feed.skipped > 0,
    failures: load.uncaughtFailures > 0,
    outboxes: [outboxes.mail, outboxes.push].some(
      ({ oldestAt }) => oldestAt !== null && now.getTime() - Date.parse(oldestAt) > LONG_WAIT_MILLIS,
    ),
    tasks: upkeep.some((task) => task.failures > 0 || task.overdueSeconds > LONG_OVERDUE_SECONDS),
  };
  return (Object.keys(worries) as Worry[]).filter((worry) => worries[worry]);
}
