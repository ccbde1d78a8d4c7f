import { type InfiniteData, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { askAgain, type Appointment, type Page } from '../api';
import { useTranslations } from '../i18n';
import { useNotices } from '../notices';
import { useNavigate } from '../router';
import { useSession } from '../session';
import { type ServerEvents, useSocketEvent } from '../socket';
import { systemClock } from '../time';
import { APPOINTMENT_LISTS, appointmentQuery } from './appointments';

/** Who came longer ago was there when this page connected, and is no news. */
const NEWS_MS = 30_000;

/** Whether the patient is in the waiting room. */
export function isWaiting({ status, waiting }: Appointment): boolean {
  return status === 'scheduled' && waiting?.present === true;
}

/** The appointment as it is after the event, whose patient was there in any case. */
function after({ since, present }: ServerEvents['waiting-updated'], appointment: Appointment): Appointment {
  return { ...appointment, waiting: { since, present }, noShowSuggestedAt: null };
}

/** Shows who waits wherever an appointment is shown, and says on every page of the doctor who has come, once. */
export function useWaitingUpdates(): void {
  const t = useTranslations('appointmentUpdates');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { user } = useSession();
  const { notify } = useNotices();

  /** What has to be asked for again is left alone, since a change would count as the answer. */
  const take = <Data>(queryKey: QueryKey, change: (known: Data) => Data) => {
    queries.setQueriesData<Data>(
      { queryKey, predicate: ({ state }) => !state.isInvalidated },
      (known) => known && change(known),
    );
    if (queries.isFetching({ queryKey }) > 0) {
      askAgain(queries, queryKey);
    }
  };

  useSocketEvent('waiting-updated', (event) => {
    const id = event.appointmentId;
    take<Appointment>(appointmentQuery(id).queryKey, (known) => after(event, known));
    take<InfiniteData<Page<Appointment>>>(APPOINTMENT_LISTS, (known) => ({
      ...known,
      pages: known.pages.map((page) => ({
        ...page,
        items: page.items.map((item) => (item.id === id ? after(event, item) : item)),
      })),
    }));
    if (user?.role !== 'doctor' || !event.present || systemClock.now() - Date.parse(event.since) > NEWS_MS) {
      return;
    }
    const tell = ({ patient }: Appointment) =>
      notify({
        kind: 'info',
        text: t('waiting', { name: patient.name }),
        action: { label: t('show'), run: () => navigate(`/visits/${id}`) },
      });
    queries.query({ ...appointmentQuery(id), staleTime: 'static' }).then(tell, () => undefined);
  });
}
