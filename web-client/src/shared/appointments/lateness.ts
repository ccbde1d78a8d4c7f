import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, askAgain, nothing } from '../api';
import { useResync, useSocketEvent } from '../socket';

const reply = v.object({ runningLateMinutes: v.number() });

function latenessQuery(doctorId: string) {
  return queryOptions({
    queryKey: ['running late', doctorId],
    queryFn: async ({ signal }) => (await api.get(`/api/doctors/${doctorId}`, reply, { signal })).runningLateMinutes,
  });
}

/** By how many minutes the doctor is late, now; 0 when the doctor is not, or that is not known. */
export function useLateness(doctorId: string, enabled: boolean): number {
  const queries = useQueryClient();
  const { queryKey } = latenessQuery(doctorId);
  useSocketEvent('running-late', (late) => {
    if (late.doctorId === doctorId) {
      queries.setQueryData(queryKey, late.minutes);
      // A reply that is under way may be from before.
      if (queries.isFetching({ queryKey }) > 0) {
        void queries.invalidateQueries({ queryKey });
      }
    }
  });
  useResync(() => askAgain(queries, queryKey));
  return useQuery({ ...latenessQuery(doctorId), enabled }).data ?? 0;
}

/** Says by how many minutes the doctor who is logged in is late. */
export function sayRunningLate(minutes: number): Promise<void> {
  return api.put('/api/doctors/me/running-late', nothing, { body: { minutes } });
}
