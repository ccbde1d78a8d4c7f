import { Circle, CircleCheck } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { useCopy } from '@/shared/notices';
import type { DoctorUser } from '@/shared/profile';
import { Link } from '@/shared/router';
import { useUser } from '@/shared/session';
import { Button, ButtonLink, Card, VisuallyHidden } from '@/shared/ui';
import styles from './FirstRun.module.css';

/**
 * What a new practice still lacks before patients can book it, or with `bookable` before they choose it well. Nothing shows
 * when all is there.
 */
export function FirstRun({ bookable = false }: { bookable?: boolean }) {
  const user = useUser();
  return user.role === 'doctor' && hasHours(user) === bookable && !STEPS.every(({ done }) => done(user)) ? (
    <Steps doctor={user} />
  ) : null;
}

const STEPS = [
  { name: 'hours', to: '/schedule', done: hasHours },
  { name: 'photo', to: '/me/profile', done: ({ avatar }: DoctorUser) => avatar !== null },
  { name: 'about', to: '/me/profile', done: ({ about }: DoctorUser) => about.trim() !== '' },
  { name: 'languages', to: '/me/profile', done: ({ languages }: DoctorUser) => languages.length > 0 },
] as const;

function hasHours({ schedule, overrides }: DoctorUser): boolean {
  return [...schedule, ...overrides].some(({ windows }) => windows.length > 0);
}

function Steps({ doctor }: { doctor: DoctorUser }) {
  const t = useTranslations('appointments');
  const copy = useCopy();
  const page = `/doctors/${doctor.id}`;
  return (
    <Card stack>
      <h2>{t('firstRun')}</h2>
      <p>{t(hasHours(doctor) ? 'firstRunBookable' : 'firstRunNoHours')}</p>
      <ul className={styles.steps}>
        {STEPS.map(({ name, to, done }) => (
          <li key={name}>
            {done(doctor) ? (
              <CircleCheck size={20} aria-hidden className={styles.done} />
            ) : (
              <Circle size={20} aria-hidden className={styles.open} />
            )}
            <Link to={to}>{t(`firstRun_${name}`)}</Link>
            {done(doctor) && <VisuallyHidden>{t('firstRunDone')}</VisuallyHidden>}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        {doctor.approval === 'approved' && <ButtonLink to={page}>{t('firstRunPreview')}</ButtonLink>}
        <Button
          onClick={() =>
            copy(globalThis.location.origin + page, { done: t('firstRunCopied'), failed: t('firstRunNotCopied') })
          }
        >
          {t('firstRunCopy')}
        </Button>
      </div>
    </Card>
  );
}
