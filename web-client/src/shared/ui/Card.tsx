import type { HTMLAttributes } from 'react';
import styles from './Card.module.css';
import { cx } from './cx';

/** A box for what belongs together. `stack` puts space between its children. */
export function Card({ stack, className, ...rest }: HTMLAttributes<HTMLElement> & { stack?: boolean }) {
  return <div {...rest} className={cx(styles.card, stack === true && styles.stack, className)} />;
}
