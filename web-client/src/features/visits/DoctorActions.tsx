import type { Appointment } from '@/shared/api';
import { isOpen } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNow } from '@/shared/time';
import { ButtonLink } from '@/shared/ui';
import { AddToCalendar } from './AddToCalendar';
import { EndVisit } from './EndVisit';
import { MarkMissed } from './MarkMissed';
import { MoveVisit } from './MoveVisit';
import { StepButton } from './StepButton';
import styles from './Visits.module.css';

/** What a doctor can do with a visit, besides meeting: first what brings it on, then what changes or ends it. */
export function DoctorActions({ visit }: { visit: Appointment }) {
  const t = useTranslations('visits');
  const started = useNow().getTime() >= Date.parse(visit.startsAt);
  return (
    <>
      <div className={styles.apart}>
        {visit.status === 'pending' && <StepButton visit={visit} action="confirm" />}
        {visit.status === 'pending' && <EndVisit visit={visit} how="decline" />}
        {visit.status === 'scheduled' && started && <StepButton visit={visit} action="complete" />}
        <ButtonLink to={`/patients/${visit.patient.id}`}>{t('record')}</ButtonLink>
      </div>
      {isOpen(visit) && (
        <div className={styles.apart}>
          {!started && <AddToCalendar visit={visit} name={visit.patient.name} />}
          <MoveVisit visit={visit} />
          {visit.status === 'scheduled' && !started && <StepButton visit={visit} action="complete" quiet />}
          {visit.status === 'scheduled' && started && <MarkMissed visit={visit} />}
          <EndVisit visit={visit} how="cancel" />
        </div>
      )}
    </>
  );
}
