import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, isProblem } from '../api';

const configSchema = v.object({
  signalingUrl: v.nullable(v.string()),
  signalingPath: v.string(),
  // A node of the former release pushes nothing.
  vapidKey: v.optional(v.nullable(v.string()), null),
  // Nor does it know what its operator says.
  emergencyText: v.optional(v.nullable(v.string()), null),
  privacyUrl: v.optional(v.nullable(v.string()), null),
  termsUrl: v.optional(v.nullable(v.string()), null),
  features: v.object({ images: v.boolean(), turn: v.boolean(), mail: v.optional(v.boolean(), false) }),
  limits: v.object({
    messageLength: v.number(),
    passwordMin: v.number(),
    passwordMax: v.number(),
    slotDays: v.number(),
    pageSize: v.number(),
    sdpBytes: v.number(),
    candidateBytes: v.number(),
    imageBytes: v.number(),
  }),
});

export type Config = v.InferOutput<typeof configSchema>;

const LONGEST_WAIT_MS = 30_000;

/** What the server says of itself; asked until it has said it, because there are no live events before. */
export function useConfig(enabled = true): Config | undefined {
  return useQuery({
    queryKey: ['config'],
    queryFn: ({ signal }) => api.get('/api/config', configSchema, { signal }),
    staleTime: Infinity,
    retry: (_, error) => isProblem(error) && error.passing,
    retryDelay: (failures) => Math.min(500 * 2 ** failures, LONGEST_WAIT_MS),
    enabled,
  }).data;
}
