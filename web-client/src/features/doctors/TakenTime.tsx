import { useEffect, useRef } from 'react';
import type { Slot } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { currentTime, useTimes } from '@/shared/time';
import { Button } from '@/shared/ui';
import styles from './Doctors.module.css';

/** Says that somebody else has the chosen time, or that it has passed, and offers others. */
export function TakenTime({ at, others, onChoose }: { at: string; others: Slot[]; onChoose: (slot: Slot) => void }) {
  const t = useTranslations('doctors');
  const times = useTimes();
  const box = useRef<HTMLDivElement>(null);
  const passed = Date.parse(at) <= currentTime().getTime();
  const words = passed ? (['passed', 'passedNone'] as const) : (['taken', 'takenNone'] as const);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className={styles.taken} ref={box} role="alert">
      <p>{t(words[others.length > 0 ? 0 : 1])}</p>
      {others.map((other) => (
        <Button key={other.startsAt} wide onClick={() => onChoose(other)}>
          {times.dateTime(other.startsAt)}
        </Button>
      ))}
    </div>
  );
}
