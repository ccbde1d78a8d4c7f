import { describe, expect, it } from 'vitest';
import type { DoctorUser, PatientUser } from '@/shared/profile';
import { checkDoctor, doctorBody, doctorEntries } from './doctorEntries';
import { checkRecord, contactsText, recordBody, recordEntries } from './recordEntries';

const account = {
  id: 'u1',
  name: 'Ada',
  email: 'ada@example.org',
  avatar: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  secondFactor: false,
  emailConfirmed: true,
  pendingEmail: null,
  version: 3,
};
const doctor: DoctorUser = {
  ...account,
  role: 'doctor',
  approval: 'approved',
  rejectionReason: null,
  specialization: 'Cardiology',
  experience: 12,
  qualification: 'MD',
  languages: [],
  about: '',
  contactNumber: null,
  timeZone: 'Europe/Berlin',
  slotMinutes: 30,
  bufferMinutes: 0,
  minimumNoticeMinutes: 0,
  horizonDays: 60,
  autoConfirm: false,
  callsAnytime: false,
  quiet: false,
  schedule: [],
  overrides: [],
};
const contact = { name: 'Rolf', relation: null, contactNumber: '+49 30 1234567' };
const patient: PatientUser = {
  ...account,
  role: 'patient',
  dateOfBirth: null,
  gender: null,
  bloodGroup: 'A+',
  allergies: null,
  contactNumber: null,
  emergencyContacts: [contact],
};

const asIs = (specialty: string) => specialty;

describe('the profile of a doctor', () => {
  it('stands in the fields as text, and goes back as it was', () => {
    const entries = doctorEntries(doctor, asIs);
    expect(entries).toMatchObject({ experience: '12', contactNumber: '', about: '' });
    expect(checkDoctor(entries)).toEqual({});
    expect(doctorBody(entries, asIs)).toMatchObject({ experience: 12, contactNumber: '', timeZone: 'Europe/Berlin' });
    expect(doctorBody({ ...entries, languages: ['es', 'en'] }, asIs).languages).toEqual(['es', 'en']);
    expect(Object.keys(doctorBody(entries, asIs))).not.toContain('slotMinutes');
  });

  it('needs a name, a specialization and whole years', () => {
    expect(checkDoctor({ ...doctorEntries(doctor, asIs), name: ' ', specialization: '', experience: '12.5' })).toEqual({
      name: { kind: 'noName' },
      specialization: { kind: 'noSpecialization' },
      experience: { kind: 'years', min: 0, max: 80 },
    });
  });
});

describe('the record of a patient', () => {
  it('stands in the fields as text, and goes back as it was', () => {
    const entries = recordEntries(patient);
    expect(entries).toMatchObject({
      dateOfBirth: '',
      bloodGroup: 'A+',
      emergencyContacts: [{ ...contact, relation: '' }],
    });
    expect(checkRecord(entries)).toEqual({});
    expect(recordBody(entries)).toMatchObject({ dateOfBirth: '', emergencyContacts: [contact] });
  });

  it('needs a name, and a name and a number of each contact, at the very field', () => {
    const entries = {
      ...recordEntries(patient),
      name: '',
      emergencyContacts: [
        { ...contact, relation: '' },
        { name: ' ', relation: 'x', contactNumber: '' },
      ],
    };
    expect(checkRecord(entries)).toEqual({
      name: { kind: 'noName' },
      'emergencyContacts[1].name': { kind: 'noContactName' },
      'emergencyContacts[1].contactNumber': { kind: 'noContactNumber' },
    });
  });

  it('reads contacts as one line', () => {
    expect(
      contactsText([
        { ...contact, relation: 'brother' },
        { ...contact, relation: '' },
      ]),
    ).toBe('Rolf, brother, +49 30 1234567; Rolf, +49 30 1234567');
  });
});
