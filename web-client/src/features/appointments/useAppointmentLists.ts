import { type Appointment, useNextPage } from '@/shared/api';
import { isOver, OPEN_STATUSES, REQUESTS, useAppointments } from '@/shared/appointments';
import { useNow } from '@/shared/time';
import { boundsAt } from './day';

type Pages = ReturnType<typeof useAppointments>;

/** The items of a paged list that match; loads further pages until there is one, or no more pages. */
function useMatching(pages: Pages, wanted: (appointment: Appointment) => boolean): Pages {
  const items = pages.items?.filter(wanted);
  const none = items?.length === 0;
  useNextPage(pages, none);
  return { ...pages, items: none && pages.hasNextPage ? undefined : items };
}

/** Appointments that are on or to come, earliest first. */
export function useComingAppointments(): Pages {
  const now = useNow();
  const appointments = useAppointments({ status: OPEN_STATUSES, from: boundsAt(now).comingFrom, order: 'asc' });
  return useMatching(appointments, (appointment) => !isOver(appointment, now));
}

/** What patients ask for and can still take place, earliest first. */
export function useUnansweredAppointments(): Pages {
  const now = useNow();
  return useMatching(useAppointments(REQUESTS), (appointment) => !isOver(appointment, now));
}

/** Appointments whose time has passed and which nobody has closed, latest first: completed, missed, or never answered. */
export function useUnclosedAppointments(): Pages {
  const now = useNow();
  const appointments = useAppointments({ status: OPEN_STATUSES, to: boundsAt(now).overBefore, order: 'desc' });
  return useMatching(appointments, (appointment) => isOver(appointment, now));
}
