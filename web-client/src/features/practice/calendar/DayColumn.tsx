import { MessageSquare, UserPlus, Video } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { isOfNewPatient } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { Link } from '@/shared/router';
import { useNow } from '@/shared/time';
import { cx, VisuallyHidden } from '@/shared/ui';
import styles from './Calendar.module.css';
import { type Block, clockOf, minutesIn, type Span } from './days';
import { spanText, type Target } from './useMoving';

interface DayColumnProps {
  date: string;
  /** The date in words. */
  name: string;
  zone: string;
  hours: Span;
  open: readonly Span[];
  off: readonly Span[];
  blocks: readonly Block[];
  isToday: boolean;
  /** Where an appointment that is being moved would go on this day. */
  target: Target | null;
  slotMinutes: number;
  /** Free times for it on this day, in minutes. */
  free: readonly number[];
}

/** One day on the time axis. */
export const DayColumn = memo(function DayColumn({
  date,
  name,
  zone,
  hours,
  open,
  off,
  blocks,
  isToday,
  target,
  slotMinutes,
  free,
}: DayColumnProps) {
  const t = useTranslations('practice');
  const at = ({ from, to }: Span): CSSProperties => ({
    insetBlockStart: `calc(var(--hour) * ${(Math.max(from, hours.from) - hours.from) / 60})`,
    blockSize: `calc(var(--hour) * ${(Math.min(to, hours.to) - Math.max(from, hours.from)) / 60})`,
  });
  const refused = target !== null && target.slot === null && target.stays === undefined;
  return (
    <section
      className={styles.column}
      aria-label={t('calDay', { date: name, count: blocks.length })}
      data-date={date}
      data-from={hours.from}
      data-to={hours.to}
    >
      {open.map((span) => (
        <div key={span.from} className={styles.open} style={at(span)} />
      ))}
      {off.map((span) => (
        <div key={span.from} className={styles.off} style={at(span)} />
      ))}
      <div className={styles.lines} />
      {free.map((from) => (
        <div key={from} className={styles.free} style={at({ from, to: from + slotMinutes })} />
      ))}
      <ol className={styles.blocks}>
        {blocks.map((block) => (
          <li
            key={block.appointment.id}
            className={styles.place}
            // Where the block has no room for all of it.
            title={block.appointment.reason || undefined}
            style={{
              ...at(block),
              insetInlineStart: `${(100 * block.lane) / block.lanes}%`,
              inlineSize: `${100 / block.lanes}%`,
            }}
          >
            <AppointmentBlock block={block} />
          </li>
        ))}
      </ol>
      {target !== null && (
        <div className={cx(styles.target, refused && styles.refused)} style={at(target)} aria-hidden>
          {spanText(target)}
          {refused && <span>{target.taken === null ? t('calClosed') : t('calTaken', { name: target.taken })}</span>}
        </div>
      )}
      {isToday && <Now zone={zone} hours={hours} />}
    </section>
  );
});

function AppointmentBlock({ block }: { block: Block }) {
  const t = useTranslations('practice');
  const statusOf = useTranslations('appointmentStatus');
  const { appointment, from, to, continued } = block;
  const { patient, reason, status, mode } = appointment;
  const isNew = isOfNewPatient(appointment);
  const states = [t(mode), statusOf(status), ...(isNew ? [statusOf('newPatient')] : [])];
  const Mode = mode === 'video' ? Video : MessageSquare;
  const oneLine = to - from < 25;
  const marks = (
    <>
      {isNew && <UserPlus size={14} aria-hidden />}
      <Mode size={14} aria-hidden />
    </>
  );
  return (
    <Link
      className={cx(styles.block, styles[status])}
      to={`/visits/${appointment.id}`}
      draggable={false}
      {...(!continued && { 'data-appointment': appointment.id })}
      aria-keyshortcuts="M"
    >
      <span className={styles.line}>
        <span className={styles.time}>
          <span aria-hidden>{clockOf(from)}</span>
          <VisuallyHidden>{spanText(block)}</VisuallyHidden>
        </span>
        <strong dir="auto">{patient.name}</strong>
        {oneLine && (
          <>
            {marks}
            <span className={cx(styles.reason, styles.rest)} dir="auto">
              {reason}
            </span>
          </>
        )}
        <VisuallyHidden>{states.join(', ')}</VisuallyHidden>
      </span>
      {!oneLine && (
        <span className={styles.line}>
          {marks}
          <span className={styles.reason} dir="auto">
            {reason}
          </span>
        </span>
      )}
    </Link>
  );
}

function Now({ zone, hours }: { zone: string; hours: Span }) {
  const minutes = minutesIn(zone, useNow());
  return minutes < hours.from || minutes > hours.to ? null : (
    <div
      className={styles.now}
      style={{ insetBlockStart: `calc(var(--hour) * ${(minutes - hours.from) / 60})` }}
      aria-hidden
    />
  );
}
