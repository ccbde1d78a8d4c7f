import styles from './Badge.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** How many things wait; nothing for none. `label` says what is counted. */
export function Badge({ count, label }: { count: number; label: string }) {
  return count === 0 ? null : (
    <span className={styles.badge}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
