import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, doctorSchema, patientSchema } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useUser } from '@/shared/session';
import { useSpecialties } from '@/shared/specialties';
import { useInbox } from './ChatContext';
import type { Messenger } from './model/messenger';

export interface ChatPerson {
  id: string;
  name: string;
  avatar: string | null;
  /** What they are, such as "Cardiology". */
  about: string | null;
  /** The page about them; null when there is none for this person. */
  page: string | null;
}

/** The other person of a conversation, also before anything was written. */
export function usePerson(messenger: Messenger, id: string): ChatPerson {
  const t = useTranslations('chat');
  const { nameOf } = useSpecialties();
  const listed = useInbox(messenger).lines.find(({ user }) => user.id === id)?.user;
  const toDoctor = useUser().role === 'patient';
  const doctor = useQuery({
    queryKey: ['doctor', id, 'chat'],
    queryFn: ({ signal }) => api.get(`/api/doctors/${id}`, v.object({ doctor: doctorSchema }), { signal }),
    enabled: toDoctor,
  }).data?.doctor;
  const patient = useQuery({
    queryKey: ['patient', id, 'chat'],
    queryFn: ({ signal }) => api.get(`/api/patients/${id}`, v.object({ patient: patientSchema }), { signal }),
    enabled: !toDoctor,
  }).data?.patient;
  const known = doctor ?? patient ?? listed;
  const words = doctor && t('doctorIs', { specialization: nameOf(doctor.specialization), years: doctor.experience });
  return {
    id,
    name: known?.name ?? t('somebody'),
    avatar: known?.avatar ?? null,
    about: words ?? (toDoctor ? null : t('patient')),
    page: doctor ? `/doctors/${id}` : patient ? `/patients/${id}` : null,
  };
}
