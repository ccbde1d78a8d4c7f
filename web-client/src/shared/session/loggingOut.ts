const tasks = new Set<() => Promise<unknown>>();

/** Runs before the session ends at the server, while the person may still do things; the result takes it back. */
export function beforeLogOut(task: () => Promise<unknown>): () => void {
  tasks.add(task);
  return () => tasks.delete(task);
}

/** A task that does not finish must not keep the person from logging out. */
export async function runBeforeLogOut(): Promise<void> {
  await Promise.allSettled([...tasks].map((task) => task()));
}
