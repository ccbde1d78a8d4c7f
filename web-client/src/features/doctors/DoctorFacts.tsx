import type { Doctor } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { cityOf, useTimes } from '@/shared/time';
import { Card } from '@/shared/ui';
import styles from './Doctors.module.css';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A doctor's description and usual week. */
export function DoctorFacts({ doctor }: { doctor: Doctor }) {
  const t = useTranslations('doctors');
  const times = useTimes();
  return (
    <>
      {(doctor.about !== '' || doctor.qualification !== '') && (
        <Card stack>
          <h2>{t('about')}</h2>
          {doctor.about !== '' && <p className={styles.about}>{doctor.about}</p>}
          {doctor.qualification !== '' && (
            <div>
              <h3>{t('qualification')}</h3>
              <p>{doctor.qualification}</p>
            </div>
          )}
        </Card>
      )}
      <Card stack>
        <h2>{t('hours')}</h2>
        <dl className={styles.hours}>
          {DAYS.map((day) => {
            const windows = doctor.schedule.find((one) => one.day === day)?.windows ?? [];
            return (
              <div key={day} className={styles.day}>
                <dt>{t(day)}</dt>
                <dd className={windows.length === 0 ? styles.quiet : undefined}>
                  {windows.length === 0
                    ? t('closed')
                    : windows.map(({ startTime, endTime }) => (
                        <div key={startTime}>
                          {startTime === endTime
                            ? t('allDay', { start: startTime })
                            : t('window', { start: startTime, end: endTime })}
                        </div>
                      ))}
                </dd>
              </div>
            );
          })}
        </dl>
        <p className={styles.quiet}>
          {t('hoursZone', { city: cityOf(doctor.timeZone), zone: times.zoneName(doctor.timeZone) })}
        </p>
      </Card>
    </>
  );
}
