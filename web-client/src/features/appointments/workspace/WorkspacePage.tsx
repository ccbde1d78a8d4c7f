import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { Appointment } from '@/shared/api';
import { appointmentQuery, callOpensAt, hasStarted, isWaiting } from '@/shared/appointments';
import { clockTime, lastedMs, latestCallsQuery, useVideoCall } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { useParams } from '@/shared/router';
import { AppointmentTime, useNow, useTimes } from '@/shared/time';
import { AppointmentStatus, Awaited, Card, PageHeader, Tabs } from '@/shared/ui';
import { AppointmentMeeting } from '../AppointmentMeeting';
import { AppointmentState } from '../AppointmentState';
import { CompleteAppointment } from '../CompleteAppointment';
import { DoctorNotes } from '../DoctorNotes';
import { MarkMissed } from '../MarkMissed';
import { SayRunningLate } from '../RunningLate';
import { type NotesForm, useNotesForm } from '../useNotesForm';
import { type NotesSaver, useNotesSaver } from '../useNotesSaver';
import styles from './Workspace.module.css';

/** What other features show here. */
interface Parts {
  record: (patientId: string) => ReactNode;
  chat: (patientId: string) => ReactNode;
  followUp: (appointment: Appointment) => ReactNode;
}

/** Where a doctor holds a visit: the call, with what is known of the patient and what is written beside it. */
export default function WorkspacePage(parts: Parts) {
  const { id = '' } = useParams();
  const query = useQuery(appointmentQuery(id));
  return query.data === undefined ? (
    <Awaited query={query} />
  ) : (
    <Workspace key={id} appointment={query.data} {...parts} />
  );
}

function Workspace({ appointment, record, chat, followUp }: Parts & { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const { id, patient } = appointment;
  const notes = useNotesForm(appointment);
  const saver = useNotesSaver(appointment, notes);
  const [tab, setTab] = useState('notes');
  const place = useCallPlace(id);
  return (
    <>
      <PageHeader
        back={{ to: `/visits/${id}`, label: t('workspaceBack') }}
        title={t('with', { name: patient.name })}
        lead={<AppointmentTime startsAt={appointment.startsAt} zone={appointment.timeZone} />}
      />
      <div className={styles.workspace}>
        <div className={styles.meeting}>
          <div ref={place} className={styles.call} />
          <Meeting appointment={appointment} />
          <Finish appointment={appointment} notes={notes} saver={saver} followUp={followUp} />
        </div>
        <div className={styles.desk}>
          <Tabs
            label={t('workspaceTabs')}
            selected={tab}
            onSelect={setTab}
            tabs={[
              { id: 'record', label: t('workspaceRecord'), content: record(patient.id) },
              {
                id: 'notes',
                label: t('workspaceNotes'),
                content: <DoctorNotes appointment={appointment} form={notes} saver={saver} rows={10} heading={false} />,
              },
              { id: 'chat', label: t('workspaceChat'), content: chat(patient.id) },
            ]}
          />
        </div>
      </div>
    </>
  );
}

/** Offers the element to the call of this appointment for as long as the page is there. */
function useCallPlace(appointmentId: string): (element: HTMLElement | null) => void {
  const { dock } = useVideoCall();
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (element === null) {
      return;
    }
    dock({ element, appointmentId });
    return () => dock(null);
  }, [dock, element, appointmentId]);
  return setElement;
}

function Meeting({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const { busy } = useVideoCall();
  const started = hasStarted(appointment, useNow());
  return (
    <Card stack>
      <AppointmentStatus status={appointment.status} />
      <p className={styles.quiet}>{t(appointment.mode)}</p>
      <AppointmentState appointment={appointment} />
      {appointment.reason !== '' && (
        <div>
          <h2 className={styles.small}>{t('reason')}</h2>
          <p className={styles.text}>{appointment.reason}</p>
        </div>
      )}
      <CallsHeld appointment={appointment} />
      {!busy && <AppointmentMeeting appointment={appointment} other={appointment.patient} here />}
      {!busy && !started && appointment.status === 'scheduled' && <SayRunningLate />}
    </Card>
  );
}

/** How long the calls of this visit lasted, earliest first. */
function CallsHeld({ appointment }: { appointment: Appointment }) {
  const t = useTranslations('appointments');
  const times = useTimes();
  const calls = useQuery({ ...latestCallsQuery, enabled: callOpensAt(appointment) <= useNow() }).data ?? [];
  const held = calls
    .filter(({ appointmentId }) => appointmentId === appointment.id)
    .flatMap((call) => {
      const lasted = lastedMs(call);
      return lasted === null ? [] : { ...call, lasted };
    })
    .reverse();
  return (
    held.length > 0 && (
      <ul className={styles.calls}>
        {held.map(({ id, startedAt, lasted }) => (
          <li key={id}>{t('callLasted', { start: times.time(startedAt), time: clockTime(lasted) })}</li>
        ))}
      </ul>
    )
  );
}

/** What ends the visit, from its start on: nobody has to look for it after the call. */
function Finish({
  appointment,
  notes,
  saver,
  followUp,
}: {
  appointment: Appointment;
  notes: NotesForm;
  saver: NotesSaver;
  followUp: Parts['followUp'];
}) {
  const t = useTranslations('appointments');
  const started = hasStarted(appointment, useNow());
  const { name } = appointment.patient;
  if (appointment.status === 'completed') {
    return (
      <Card stack>
        <h2>{t('finished')}</h2>
        <p>{t('finishedText', { name })}</p>
        <div className={styles.actions}>{followUp(appointment)}</div>
      </Card>
    );
  }
  return (
    started &&
    appointment.status === 'scheduled' && (
      <Card stack>
        <h2>{t('finish')}</h2>
        <p>{t('finishText', { name })}</p>
        <div className={styles.actions}>
          <CompleteAppointment
            appointment={appointment}
            notes={notes}
            saving={saver.state === 'saving'}
            quiet={isWaiting(appointment)}
          />
          <MarkMissed appointment={appointment} />
          {followUp(appointment)}
        </div>
      </Card>
    )
  );
}
