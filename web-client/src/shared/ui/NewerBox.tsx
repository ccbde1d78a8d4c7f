import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './NewerBox.module.css';

/** Tells that something else was saved while the person typed, shows it, and has them decide. */
export function NewerBox({ title, children, actions }: { title: string; children: ReactNode; actions: ReactNode }) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  // Somebody who types goes on typing; somebody who has just pressed Save is led here.
  useEffect(() => {
    if (document.activeElement?.matches('input, textarea, select') !== true) {
      box.current?.focus();
    }
  }, []);
  return (
    <section className={styles.box} ref={box} tabIndex={-1} role="alert" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
      <div className={styles.actions}>{actions}</div>
    </section>
  );
}
