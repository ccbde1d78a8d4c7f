import { queryOptions, useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { currentTime, dateIn, OWN_ZONE, plusDays } from '@/shared/time';
import { api, doctorSchema, listedDoctorSchema, nothing, reviewSchema, type Slot, usePages } from '@/shared/api';

const doctorsReply = v.object({
  doctors: v.array(listedDoctorSchema),
  nextCursor: v.nullable(v.string()),
  // A node of the former release tells neither.
  total: v.optional(v.nullable(v.number()), null),
  searchedFor: v.optional(v.nullable(v.string()), null),
});
const reviewsReply = v.object({ reviews: v.array(reviewSchema), nextCursor: v.nullable(v.string()) });
const specializationsReply = v.object({
  specializations: v.array(v.object({ specialization: v.string(), count: v.number() })),
});
const doctorReply = v.object({ doctor: doctorSchema });
const holdReply = v.object({ hold: v.object({ id: v.string(), expiresAt: v.string() }) });

export type Hold = v.InferOutput<typeof holdReply>['hold'];

/** The parameters of a search, as they stand in the address of the page. */
export const SEARCH = ['q', 'specialization', 'minExperience', 'minRating', 'when', 'availableOn', 'sort'] as const;
export type Search = Partial<Record<(typeof SEARCH)[number], string>>;

/** Days from today on that `when` stands for. */
const DAYS: Record<string, number> = { today: 1, week: 7 };

/** What the server is asked for a search: without an order, for those who are free soonest. */
function queryOf({ when, sort = 'soonest', ...search }: Search) {
  const days = when === undefined ? undefined : DAYS[when];
  if (days === undefined) {
    return { ...search, sort };
  }
  const today = dateIn(OWN_ZONE, currentTime());
  return { ...search, sort, availableFrom: today, availableTo: plusDays(today, days - 1) };
}

export function useDoctors(search: Search) {
  return usePages(
    ['doctors', search],
    async (cursor, signal) => {
      const page = await api.get('/api/doctors', doctorsReply, { query: { ...queryOf(search), cursor }, signal });
      return { items: page.doctors, nextCursor: page.nextCursor, total: page.total, searchedFor: page.searchedFor };
    },
    { keepBefore: true },
  );
}

export function useSpecializations() {
  return useQuery({
    queryKey: ['specializations'],
    queryFn: async ({ signal }) =>
      (await api.get('/api/doctors/specializations', specializationsReply, { signal })).specializations,
    staleTime: 300_000,
  }).data;
}

export function doctorQuery(id: string) {
  return queryOptions({
    queryKey: ['doctor', id],
    queryFn: async ({ signal }) => (await api.get(`/api/doctors/${id}`, doctorReply, { signal })).doctor,
  });
}

export function useReviews(doctorId: string) {
  return usePages(['reviews', doctorId], async (cursor, signal) => {
    const page = await api.get(`/api/doctors/${doctorId}/reviews`, reviewsReply, {
      query: { cursor, limit: 5 },
      signal,
    });
    return { items: page.reviews, nextCursor: page.nextCursor };
  });
}

/** Keeps a free time for the patient for a few minutes. */
export async function holdSlot(doctorId: string, { date, startTime }: Slot): Promise<Hold> {
  return (await api.post(`/api/doctors/${doctorId}/holds`, holdReply, { body: { date, startTime } })).hold;
}

/** Makes the time free for others; also when the page is being left. */
export function releaseHold(id: string): Promise<void> {
  return api.delete(`/api/holds/${id}`, nothing, { keepalive: true });
}
