import { type DoctorUser, experienceProblem } from '@/shared/profile';
import { type FieldWords, missing } from '@/shared/ui';

/** What a doctor says of the practice, as it stands in the fields, with the name of the specialty in their language. */
export function doctorEntries(doctor: DoctorUser, nameOf: (specialty: string) => string) {
  return {
    name: doctor.name,
    specialization: nameOf(doctor.specialization),
    experience: String(doctor.experience),
    qualification: doctor.qualification,
    about: doctor.about,
    contactNumber: doctor.contactNumber ?? '',
    timeZone: doctor.timeZone,
    languages: [...doctor.languages],
  };
}

type Entries = ReturnType<typeof doctorEntries>;

/** What must be mended before anything is sent. */
export function checkDoctor(entries: Entries): Partial<Record<keyof Entries, FieldWords>> {
  const experience = experienceProblem(entries.experience);
  return {
    ...(entries.name.trim() === '' && { name: missing('name') }),
    ...(entries.specialization.trim() === '' && { specialization: missing('specialization') }),
    ...(experience !== undefined && { experience }),
  };
}

/** The entries as the server wants them. */
export function doctorBody(entries: Entries, toStore: (specialty: string) => string) {
  return { ...entries, specialization: toStore(entries.specialization), experience: Number(entries.experience) };
}
