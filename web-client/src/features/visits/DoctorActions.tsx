import type { Appointment } from '@/shared/api';
import { isOpen } from '@/shared/appointments';
import { AddToCalendar } from './AddToCalendar';
import { CancelVisit } from './CancelVisit';
import { MoveVisit } from './MoveVisit';
import styles from './Visits.module.css';

/** What a doctor can do with a visit, besides meeting. */
export function DoctorActions({ visit }: { visit: Appointment }) {
  return isOpen(visit) ? (
    <div className={styles.apart}>
      <AddToCalendar visit={visit} name={visit.patient.name} />
      <MoveVisit visit={visit} />
      <CancelVisit visit={visit} />
    </div>
  ) : null;
}
