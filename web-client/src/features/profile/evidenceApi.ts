import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, upload } from '@/shared/api';

const PATH = '/api/doctors/me/credentials';

const evidenceReply = v.object({
  credentials: v.object({
    licenceNumber: v.nullable(v.string()),
    documents: v.array(v.object({ id: v.string(), url: v.string() })),
  }),
});

export type Evidence = v.InferOutput<typeof evidenceReply>['credentials'];

export const evidenceQuery = queryOptions({
  queryKey: ['own-evidence'],
  queryFn: async ({ signal }) => (await api.get(PATH, evidenceReply, { signal })).credentials,
});

export async function saveLicenceNumber(licenceNumber: string): Promise<Evidence> {
  return (await api.put(PATH, evidenceReply, { body: { licenceNumber } })).credentials;
}

export async function addDocument(picture: Blob, progress: (share: number) => void): Promise<Evidence> {
  const form = new FormData();
  form.set('image', picture, 'document');
  return (await upload(PATH, evidenceReply, { method: 'PUT', form, progress })).credentials;
}

export async function removeDocument(id: string): Promise<Evidence> {
  return (await api.delete(`${PATH}/documents/${encodeURIComponent(id)}`, evidenceReply)).credentials;
}
