import { queryOptions, useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, doctorSchema, listedDoctorSchema, reviewSchema, usePages } from '@/shared/api';

const doctorsReply = v.object({ doctors: v.array(listedDoctorSchema), nextCursor: v.nullable(v.string()) });
const reviewsReply = v.object({ reviews: v.array(reviewSchema), nextCursor: v.nullable(v.string()) });
const specializationsReply = v.object({
  specializations: v.array(v.object({ specialization: v.string(), count: v.number() })),
});
const doctorReply = v.object({ doctor: doctorSchema });

/** The parameters of a search, as they stand in the address of the page. */
export const SEARCH = ['q', 'specialization', 'minExperience', 'minRating', 'availableOn', 'sort'] as const;
export type Search = Partial<Record<(typeof SEARCH)[number], string>>;

export function useDoctors(search: Search) {
  return usePages(
    ['doctors', search],
    async (cursor, signal) => {
      const page = await api.get('/api/doctors', doctorsReply, { query: { ...search, cursor }, signal });
      return { items: page.doctors, nextCursor: page.nextCursor };
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
