import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Appointment } from '@/shared/api';

/** The form with which the schedule was changed. */
type Place = 'week' | 'days' | 'calendar';

interface Kept {
  place: Place;
  appointments: readonly Appointment[];
}

const KEY = ['left over'];
const NONE: readonly Appointment[] = [];

/**
 * The booked appointments that lie outside the schedule after a change at one of these places, the first of which is where it is made
 * now. They are kept until they are dismissed or the person logs out; each change tells of all, and replaces those of the one before.
 */
export function useLeftOver(...places: [Place, ...Place[]]) {
  const queries = useQueryClient();
  const kept = useQuery<Kept>({ queryKey: KEY, queryFn: skipToken, gcTime: Infinity }).data;
  return {
    appointments: kept !== undefined && places.includes(kept.place) ? kept.appointments : NONE,
    /** Takes them from the reply to a change. */
    keep: (saved: object | { noLongerFit: readonly Appointment[] }) =>
      queries.setQueryData<Kept>(KEY, {
        place: places[0],
        appointments: 'noLongerFit' in saved ? saved.noLongerFit : NONE,
      }),
    dismiss: () => queries.setQueryData<Kept>(KEY, { place: places[0], appointments: NONE }),
  };
}
