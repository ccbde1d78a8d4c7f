import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { api } from '../api';

const configSchema = v.object({
  signalingUrl: v.nullable(v.string()),
  signalingPath: v.string(),
  features: v.object({ images: v.boolean(), turn: v.boolean() }),
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

/** What the server says of itself; asked once. */
export function useConfig(enabled = true): Config | undefined {
  return useQuery({
    queryKey: ['config'],
    queryFn: ({ signal }) => api.get('/api/config', configSchema, { signal }),
    staleTime: Infinity,
    enabled,
  }).data;
}
