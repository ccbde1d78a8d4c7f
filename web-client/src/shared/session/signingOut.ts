const tasks = new Set<() => Promise<unknown>>();

/** Runs before the session ends at the server, while the person may still do things; the result takes it back. */
export function beforeSignOut(task: () => Promise<unknown>): () => void {
  tasks.add(task);
  return () => tasks.delete(task);
}

/** What keeps a task from its end does not keep the person from signing out. */
export async function runBeforeSignOut(): Promise<void> {
  await Promise.allSettled([...tasks].map((task) => task()));
}
