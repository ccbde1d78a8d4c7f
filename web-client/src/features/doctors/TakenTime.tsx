import { useEffect, useRef } from 'react';
import type { Slot } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useTimes } from '@/shared/time';
import { Button } from '@/shared/ui';
import styles from './Doctors.module.css';

/** Says that somebody else has the chosen time, and offers others. */
export function TakenTime({ others, onChoose }: { others: Slot[]; onChoose: (slot: Slot) => void }) {
  const t = useTranslations('doctors');
  const times = useTimes();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className={styles.taken} ref={box} role="alert">
      <p>{t(others.length > 0 ? 'taken' : 'takenNone')}</p>
      {others.map((other) => (
        <Button key={other.startsAt} wide onClick={() => onChoose(other)}>
          {times.dateTime(other.startsAt)}
        </Button>
      ))}
    </div>
  );
}
