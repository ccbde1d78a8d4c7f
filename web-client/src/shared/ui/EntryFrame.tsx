import type { ReactNode } from 'react';
import { Drawing } from './Drawing';
import styles from './EntryFrame.module.css';

/** Around a page that people meet before they are logged in: on a desk a card in the middle, with a drawing beside its form. */
export function EntryFrame({ children }: { children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <div className={styles.entry}>{children}</div>
      <div className={styles.side}>
        <Drawing className={styles.drawing} />
      </div>
    </div>
  );
}
