import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as v from 'valibot';
import { api, appointmentSchema } from '@/shared/api';
import { latestCallsQuery } from '@/shared/call';
import { callEvents, type ChatEvent, visitEvents } from './events';

/** How many of the latest appointments a chat tells of. */
const LATEST = 100;
const appointmentsReply = v.object({ appointments: v.array(appointmentSchema) });

/**
 * What happened between the two beside their messages. What cannot be loaded is left out: the chat goes on without it. Changes of
 * appointments and the end of calls refresh what begins with these keys.
 */
export function useEvents(me: string, otherId: string): readonly ChatEvent[] {
  const appointments = useQuery({
    queryKey: ['appointments', 'changes', otherId],
    queryFn: async ({ signal }) => {
      // Without the notes, whose reading is written down: nobody reads them here.
      const query = { with: otherId, order: 'desc', limit: LATEST, notes: false };
      return (await api.get('/api/appointments', appointmentsReply, { query, signal })).appointments;
    },
  }).data;
  const calls = useQuery(latestCallsQuery).data;
  return useMemo(
    () => [...visitEvents(appointments ?? [], me), ...callEvents(calls ?? [], me, otherId)],
    [appointments, calls, me, otherId],
  );
}
