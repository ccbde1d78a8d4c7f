import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { type DoctorUser, LanguagesField } from '@/shared/profile';
import { SpecialtyOptions, useSpecialties } from '@/shared/specialties';
import { useSpokenLanguages } from '@/shared/spoken';
import { zoneOptions } from '@/shared/time';
import { Combobox, TextArea, TextField } from '@/shared/ui';
import { checkDoctor, doctorBody, doctorEntries } from './doctorEntries';
import { ProfileForm } from './ProfileForm';

const LINES = ['name', 'specialization', 'experience', 'qualification', 'contactNumber'] as const;
const REQUIRED: readonly string[] = ['name', 'specialization', 'experience'];

/** What patients read of a doctor, and what only the doctor sees. */
export function DoctorProfile({ doctor }: { doctor: DoctorUser }) {
  const t = useTranslations('profile');
  const { nameOf, toStore } = useSpecialties();
  const read = (of: DoctorUser) => doctorEntries(of, nameOf);
  const form = useForm('doctor profile', read(doctor), { version: doctor.version });
  const { values, set } = form;
  const { phrase } = useSpokenLanguages();
  return (
    <ProfileForm
      me={doctor}
      form={form}
      read={read}
      check={checkDoctor}
      change={(entries) => ({ path: '/api/doctors/me', body: doctorBody(entries, toStore) })}
      labelOf={(field) => t(field as keyof typeof values)}
      textOf={(field, { languages, ...texts }) => (field === 'languages' ? phrase(languages) : texts[field])}
    >
      {(errorOf) => (
        <>
          {LINES.map((field) => (
            <TextField
              key={field}
              id={`profile-${field}`}
              label={t(field)}
              hint={field === 'contactNumber' ? t('privateNumber') : undefined}
              required={REQUIRED.includes(field)}
              optional={!REQUIRED.includes(field)}
              value={values[field]}
              onChange={(value) => set(field, value)}
              error={errorOf(field)}
              list={field === 'specialization' ? 'specialties' : undefined}
            />
          ))}
          <SpecialtyOptions id="specialties" />
          <TextArea
            id="profile-about"
            optional
            label={t('about')}
            rows={5}
            maxLength={4000}
            value={values.about}
            onChange={(value) => set('about', value)}
            error={errorOf('about')}
          />
          <LanguagesField
            id="profile-languages"
            chosen={values.languages}
            onChange={(languages) => set('languages', languages)}
            error={errorOf('languages')}
          />
          <Combobox
            label={t('timeZone')}
            value={values.timeZone}
            onChange={(value) => set('timeZone', value === '' ? doctor.timeZone : value)}
            options={zoneOptions(doctor.timeZone)}
          />
        </>
      )}
    </ProfileForm>
  );
}
