import { Plus } from 'lucide-react';
import type { User } from '@/shared/api';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { Button, TextArea, TextField } from '@/shared/ui';
import styles from './Profile.module.css';
import { ProfileForm } from './ProfileForm';

type Patient = Extract<User, { role: 'patient' }>;

const LINES = ['name', 'dateOfBirth', 'gender', 'bloodGroup', 'contactNumber'] as const;
const MAX_CONTACTS = 5;

/** What one's doctors read. All of it but the name may be left out. */
export function PatientRecord({ patient }: { patient: Patient }) {
  const t = useTranslations('profile');
  const form = useForm('patient record', {
    name: patient.name,
    dateOfBirth: patient.dateOfBirth ?? '',
    gender: patient.gender ?? '',
    bloodGroup: patient.bloodGroup ?? '',
    contactNumber: patient.contactNumber ?? '',
    allergies: patient.allergies ?? '',
    emergencyContacts: patient.emergencyContacts.map((one) => ({ ...one, relation: one.relation ?? '' })),
  });
  const { values, errors, set } = form;
  const contacts = values.emergencyContacts;
  return (
    <ProfileForm
      form={form}
      path="/api/patients/me"
      labelOf={(field) => t(field)}
      bodyOf={(entries) => ({
        ...entries,
        emergencyContacts: entries.emergencyContacts.map((one) => ({ ...one, relation: one.relation.trim() || null })),
      })}
      check={(entries, words) => ({
        ...(entries.name.trim() === '' && { name: words('required', { label: words('name') }) }),
        ...(entries.emergencyContacts.some((one) => one.name.trim() === '' || one.contactNumber.trim() === '') && {
          emergencyContacts: words('contactMissing'),
        }),
      })}
    >
      {LINES.map((field) => (
        <TextField
          key={field}
          id={`profile-${field}`}
          type={field === 'dateOfBirth' ? 'date' : 'text'}
          label={t(field)}
          required={field === 'name'}
          value={values[field]}
          onChange={(value) => set(field, value)}
          error={errors[field]}
        />
      ))}
      <TextArea
        id="profile-allergies"
        label={t('allergies')}
        rows={3}
        maxLength={2000}
        value={values.allergies}
        onChange={(value) => set('allergies', value)}
        error={errors.allergies}
      />
      <fieldset className={styles.contacts} id="profile-emergencyContacts">
        <legend>{t('emergencyContacts')}</legend>
        {errors.emergencyContacts !== undefined && <p role="alert">{errors.emergencyContacts}</p>}
        {contacts.map((contact, index) => (
          <div key={index} className={styles.contact}>
            {(['name', 'relation', 'contactNumber'] as const).map((field) => (
              <TextField
                key={field}
                label={t(field)}
                required={field !== 'relation'}
                value={contact[field]}
                onChange={(value) => set('emergencyContacts', contacts.map((one, each) => (each === index ? { ...one, [field]: value } : one)))}
              />
            ))}
            <Button look="quiet" onClick={() => set('emergencyContacts', contacts.filter((_, each) => each !== index))}>
              {t('removeContact')}
            </Button>
          </div>
        ))}
        {contacts.length < MAX_CONTACTS && (
          <Button
            look="quiet"
            icon={<Plus size={20} aria-hidden />}
            onClick={() => set('emergencyContacts', [...contacts, { name: '', relation: '', contactNumber: '' }])}
          >
            {t('addContact')}
          </Button>
        )}
      </fieldset>
    </ProfileForm>
  );
}
