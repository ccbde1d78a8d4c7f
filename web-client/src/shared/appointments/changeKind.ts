import type { Appointment } from '../api';

/** What a change of the history was: a booking, a move to another time, or else the status that it led to. */
export function changeKind({ from, to }: Appointment['history'][number]) {
  if (from === null) {
    return 'booked';
  }
  return from === to || to === 'pending' ? 'moved' : to;
}
