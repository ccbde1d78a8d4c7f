import { queryOptions, useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { currentTime, dateIn, OWN_ZONE, plusDays } from '@/shared/time';
import {
  api,
  doctorSchema,
  isProblem,
  listedDoctorSchema,
  nothing,
  reviewSchema,
  type Slot,
  usePages,
} from '@/shared/api';
import { useSpecialties } from '@/shared/specialties';

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
export const SEARCH = [
  'q',
  'specialization',
  'language',
  'minExperience',
  'minRating',
  'when',
  'availableOn',
  'sort',
] as const;
export type Search = Partial<Record<(typeof SEARCH)[number], string>>;

/** In which order doctors are shown unless somebody asks for another. */
export const DEFAULT_ORDER = 'soonest';

const nextPage = v.object({ cursor: v.string(), q: v.optional(v.string()), sort: v.string() });

/** Days from today on that `when` stands for. */
const DAYS: Record<string, number> = { today: 1, week: 7 };

/** What the server is asked for a search. */
function queryOf({ when, sort = DEFAULT_ORDER, ...search }: Search) {
  const query = { ...search, sort };
  const days = when === undefined ? undefined : DAYS[when];
  if (days === undefined) {
    return query;
  }
  const today = dateIn(OWN_ZONE, currentTime());
  return { ...query, availableFrom: today, availableTo: plusDays(today, days - 1) };
}

/** The answer, and in which order it is. */
async function ask(query: { sort: string; cursor?: string; q?: string | undefined }, signal: AbortSignal) {
  const answerIn = async (sort: string) => ({
    ...(await api.get('/api/doctors', doctorsReply, { query: { ...query, sort }, signal })),
    sort,
  });
  try {
    return await answerIn(query.sort);
  } catch (error) {
    // A node of the former release does not know the default order.
    const unknown = isProblem(error, 'invalid_request') && error.errors.some(({ field }) => field === 'sort');
    if (!unknown || query.sort !== DEFAULT_ORDER || query.cursor !== undefined) {
      throw error;
    }
    return await answerIn('name');
  }
}

export function useDoctors(typed: Search) {
  const { toStore } = useSpecialties();
  // Doctors of a specialty are found by its name as it is stored.
  const search = typed.q === undefined ? typed : { ...typed, q: toStore(typed.q) };
  const pages = usePages(
    ['doctors', search],
    async (next, signal) => {
      const asked = { ...queryOf(search), ...(next !== null && v.parse(nextPage, JSON.parse(next))) };
      const { doctors, nextCursor, total, searchedFor, sort } = await ask(asked, signal);
      // Where mistyped words were corrected, further pages are those of the corrected words.
      const q = searchedFor ?? asked.q;
      const more =
        nextCursor === null ? null : JSON.stringify({ cursor: nextCursor, sort, ...(q !== undefined && { q }) });
      return { items: doctors, nextCursor: more, total, searchedFor, sort };
    },
    { keepBefore: true },
  );
  // Whoever gets another place between two pages may be on both.
  const items = pages.items && [...new Map(pages.items.map((doctor) => [doctor.id, doctor])).values()];
  return { ...pages, items };
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
