import type { Appointment } from '@/shared/api';
import { isOpen } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNow } from '@/shared/time';
import { ButtonLink } from '@/shared/ui';
import { AddToCalendar } from './AddToCalendar';
import { CompleteVisit } from './CompleteVisit';
import { ConfirmVisit } from './ConfirmVisit';
import { EndVisit } from './EndVisit';
import { MarkMissed } from './MarkMissed';
import { MoveVisit } from './MoveVisit';
import type { NotesForm } from './useNotesForm';
import styles from './Visits.module.css';

/** What a doctor can do with a visit, besides meeting: first what brings it on, then what changes or ends it. */
export function DoctorActions({ visit, notes }: { visit: Appointment; notes: NotesForm }) {
  const t = useTranslations('visits');
  const started = useNow().getTime() >= Date.parse(visit.startsAt);
  return (
    <>
      <div className={styles.apart}>
        {visit.status === 'pending' && <ConfirmVisit visit={visit} />}
        {visit.status === 'pending' && <EndVisit visit={visit} how="decline" />}
        {visit.status === 'scheduled' && started && <CompleteVisit visit={visit} notes={notes} />}
        <ButtonLink to={`/patients/${visit.patient.id}`}>{t('record')}</ButtonLink>
      </div>
      {isOpen(visit) && (
        <div className={styles.apart}>
          {!started && <AddToCalendar visit={visit} name={visit.patient.name} />}
          <MoveVisit visit={visit} />
          {visit.status === 'scheduled' && started && <MarkMissed visit={visit} />}
          <EndVisit visit={visit} how="cancel" />
        </div>
      )}
    </>
  );
}
