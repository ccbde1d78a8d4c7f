import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, patientSchema } from '../api';

const reply = v.object({ patient: patientSchema });

/** The record of one of the doctor's patients. Each reading is an entry of the audit log. */
export function usePatient(id: string, { enabled = true, staleTime = 10_000 } = {}) {
  return useQuery({
    queryKey: ['patient', id],
    queryFn: async ({ signal }) => (await api.get(`/api/patients/${id}`, reply, { signal })).patient,
    enabled,
    staleTime,
  });
}
