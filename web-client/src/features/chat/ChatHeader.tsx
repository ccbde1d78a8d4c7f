import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, Phone, Search, Video } from 'lucide-react';
import { Link } from '@/shared/router';
import * as v from 'valibot';
import { api, appointmentSchema } from '@/shared/api';
import { useVideoCall, type CallMedia } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { useOnline } from '@/shared/socket';
import { currentTime, systemClock, useTimes } from '@/shared/time';
import { Avatar, IconButton, usePageHeading } from '@/shared/ui';
import styles from './ChatHeader.module.css';
import type { ChatPerson } from './usePerson';

/** No appointment is longer. */
const LONGEST_MS = 8 * 3_600_000;
const appointmentsSchema = v.object({ appointments: v.array(appointmentSchema) });

/** Who the other person is, whether they are there, the next appointment, and the way to a call. */
export function ChatHeader({ person, ended, onSearch }: { person: ChatPerson; ended: boolean; onSearch: () => void }) {
  const t = useTranslations('chat');
  const heading = usePageHeading(person.name);
  const online = useOnline(person.id);
  const { startCall, busy } = useVideoCall();
  const appointment = useNextAppointment(person.id);
  const call = (media: CallMedia) =>
    startCall({ person, media, ...(appointment && { appointmentId: appointment.id }) });
  const name = (
    <h1 ref={heading} tabIndex={-1} className={styles.name} dir="auto">
      {person.name}
    </h1>
  );
  return (
    <header className={styles.header}>
      <Link className={styles.back} to="/messages" aria-label={t('backToList')}>
        <ChevronLeft size={24} aria-hidden />
      </Link>
      <Avatar person={person} />
      <div className={styles.words}>
        {person.page === null ? (
          name
        ) : (
          <Link className={styles.person} to={person.page}>
            {name}
          </Link>
        )}
        <p className={styles.about}>
          {online !== undefined && (
            <span className={online ? styles.online : undefined}>{t(online ? 'online' : 'offline')}</span>
          )}
          {person.about !== null && <span>{person.about}</span>}
        </p>
        {appointment !== undefined && <NextAppointment appointment={appointment} />}
      </div>
      <div className={styles.actions}>
        <IconButton label={t('search')} onClick={onSearch}>
          <Search size={20} aria-hidden />
        </IconButton>
        {!ended && (
          <>
            <IconButton label={t('callAudio')} disabled={busy} onClick={() => call('audio')}>
              <Phone size={20} aria-hidden />
            </IconButton>
            <IconButton label={t('callVideo')} disabled={busy} onClick={() => call('video')}>
              <Video size={22} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
    </header>
  );
}

function NextAppointment({ appointment }: { appointment: { id: string; startsAt: string } }) {
  const t = useTranslations('chat');
  const times = useTimes();
  return (
    <Link className={styles.appointment} to={`/visits/${appointment.id}`}>
      {t('nextVisit', { day: times.shortDate(appointment.startsAt), time: times.time(appointment.startsAt) })}
    </Link>
  );
}

/** The next confirmed appointment of the two; one that is on counts too. */
function useNextAppointment(otherId: string) {
  const { data } = useQuery({
    queryKey: ['appointments', 'next', otherId],
    queryFn: ({ signal }) => {
      const from = new Date(systemClock.now() - LONGEST_MS).toISOString();
      return api.get('/api/appointments', appointmentsSchema, {
        query: { with: otherId, status: 'scheduled', from, order: 'asc', limit: 100 },
        signal,
      });
    },
  });
  const now = currentTime().toISOString();
  return data?.appointments.find(({ endsAt }) => endsAt > now);
}
