import type { PatientUser } from '@/shared/profile';
import { type FieldWords, missing } from '@/shared/ui';

/** A patient's record as it stands in the fields. */
export function recordEntries(patient: PatientUser) {
  return {
    name: patient.name,
    dateOfBirth: patient.dateOfBirth ?? '',
    gender: patient.gender ?? '',
    bloodGroup: patient.bloodGroup ?? '',
    contactNumber: patient.contactNumber ?? '',
    allergies: patient.allergies ?? '',
    emergencyContacts: patient.emergencyContacts.map(({ name, relation, contactNumber }) => ({
      name,
      relation: relation ?? '',
      contactNumber,
    })),
  };
}

type Entries = ReturnType<typeof recordEntries>;

/**
 * What must be mended before anything is sent, by the field of the request: `emergencyContacts[1].name` is a field of the
 * second contact.
 */
export function checkRecord(entries: Entries): Partial<Record<string, FieldWords>> {
  const found: Partial<Record<string, FieldWords>> = {};
  if (entries.name.trim() === '') {
    found['name'] = missing('name');
  }
  entries.emergencyContacts.forEach((contact, index) => {
    for (const field of ['name', 'contactNumber'] as const) {
      if (contact[field].trim() === '') {
        const name = `emergencyContacts[${index}].${field}`;
        found[name] = missing(name);
      }
    }
  });
  return found;
}

/** The entries as the server wants them: empty text clears a member, but a contact without a relation has none. */
export function recordBody(entries: Entries) {
  return {
    ...entries,
    emergencyContacts: entries.emergencyContacts.map((one) => ({ ...one, relation: one.relation.trim() || null })),
  };
}

/** "Rolf, brother, +49 30 1234567" */
export function contactsText(contacts: Entries['emergencyContacts']): string {
  return contacts
    .map(({ name, relation, contactNumber }) => [name, relation, contactNumber].filter(Boolean).join(', '))
    .join('; ');
}
