import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, patientSchema } from '@/shared/api';

const reply = v.object({ patient: patientSchema });

/** The record of one of the doctor's patients. */
export function usePatient(id: string) {
  return useQuery({
    queryKey: ['patient', id],
    queryFn: async ({ signal }) => (await api.get(`/api/patients/${id}`, reply, { signal })).patient,
  });
}
