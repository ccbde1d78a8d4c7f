import type { Appointment } from '@/shared/api';
import { isOpen } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNow } from '@/shared/time';
import { ButtonLink } from '@/shared/ui';
import { AddToCalendar } from './AddToCalendar';
import { EndVisit } from './EndVisit';
import { MoveVisit } from './MoveVisit';
import styles from './Visits.module.css';

/** What a patient can do with a visit, besides meeting. */
export function PatientActions({ visit }: { visit: Appointment }) {
  const t = useTranslations('visits');
  const now = useNow();
  if (!isOpen(visit)) {
    return (
      <ButtonLink to={`/doctors/${visit.doctor.id}`} wide>
        {t('bookAgain')}
      </ButtonLink>
    );
  }
  return (
    <div className={styles.apart}>
      {now.getTime() < Date.parse(visit.startsAt) && <AddToCalendar visit={visit} name={visit.doctor.name} />}
      <MoveVisit visit={visit} />
      <EndVisit visit={visit} how="cancel" />
    </div>
  );
}
