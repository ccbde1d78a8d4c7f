import { Plus } from 'lucide-react';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import type { PatientUser } from '@/shared/profile';
import { Button, TextArea, TextField } from '@/shared/ui';
import styles from './Profile.module.css';
import { controlOf, ProfileForm } from './ProfileForm';
import { checkRecord, contactsText, recordBody, recordEntries } from './recordEntries';

const LINES = ['name', 'dateOfBirth', 'gender', 'bloodGroup', 'contactNumber'] as const;
const CONTACT = ['name', 'relation', 'contactNumber'] as const;
const MAX_CONTACTS = 5;

/** What one's doctors read. All of it but the name may be left out. */
export function PatientRecord({ patient }: { patient: PatientUser }) {
  const t = useTranslations('profile');
  const form = useForm('patient record', recordEntries(patient), { version: patient.version });
  const { values, set } = form;
  const contacts = values.emergencyContacts;
  return (
    <ProfileForm
      me={patient}
      form={form}
      read={recordEntries}
      check={checkRecord}
      change={(entries) => ({ path: '/api/patients/me', body: recordBody(entries) })}
      labelOf={(field) => t((field.split('.').at(-1) ?? field) as keyof typeof values)}
      textOf={(field, entries) =>
        field === 'emergencyContacts' ? contactsText(entries.emergencyContacts) : entries[field]
      }
    >
      {(errorOf) => (
        <>
          {LINES.map((field) => (
            <TextField
              key={field}
              id={`profile-${field}`}
              type={field === 'dateOfBirth' ? 'date' : 'text'}
              label={t(field)}
              required={field === 'name'}
              optional={field !== 'name'}
              value={values[field]}
              onChange={(value) => set(field, value)}
              error={errorOf(field)}
            />
          ))}
          <TextArea
            id="profile-allergies"
            optional
            label={t('allergies')}
            rows={3}
            maxLength={2000}
            value={values.allergies}
            onChange={(value) => set('allergies', value)}
            error={errorOf('allergies')}
          />
          <fieldset className={styles.contacts} id="profile-emergencyContacts">
            <legend>{t('emergencyContacts')}</legend>
            {contacts.map((contact, index) => (
              <div key={index} className={styles.contact}>
                {CONTACT.map((field) => (
                  <TextField
                    key={field}
                    id={controlOf(`emergencyContacts[${index}].${field}`)}
                    label={t(field)}
                    required={field !== 'relation'}
                    optional={field === 'relation'}
                    value={contact[field]}
                    onChange={(value) =>
                      set(
                        'emergencyContacts',
                        contacts.map((one, each) => (each === index ? { ...one, [field]: value } : one)),
                      )
                    }
                    error={errorOf(`emergencyContacts[${index}].${field}`)}
                  />
                ))}
                <Button
                  look="quiet"
                  onClick={() =>
                    set(
                      'emergencyContacts',
                      contacts.filter((_, each) => each !== index),
                    )
                  }
                >
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
        </>
      )}
    </ProfileForm>
  );
}
