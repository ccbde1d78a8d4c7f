import type { User } from '@/shared/api';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { zoneOptions } from '@/shared/time';
import { Combobox, TextArea, TextField } from '@/shared/ui';
import { ProfileForm } from './ProfileForm';

type Doctor = Extract<User, { role: 'doctor' }>;

const LINES = ['name', 'specialization', 'experience', 'qualification', 'contactNumber'] as const;
const REQUIRED: readonly string[] = ['name', 'specialization', 'experience'];

/** What patients read of a doctor, and what only the doctor sees. */
export function DoctorProfile({ doctor }: { doctor: Doctor }) {
  const t = useTranslations('profile');
  const form = useForm('doctor profile', {
    name: doctor.name,
    specialization: doctor.specialization,
    experience: String(doctor.experience),
    qualification: doctor.qualification,
    about: doctor.about,
    contactNumber: doctor.contactNumber ?? '',
    timeZone: doctor.timeZone,
  });
  const { values, errors, set } = form;
  return (
    <ProfileForm
      form={form}
      path="/api/doctors/me"
      labelOf={(field) => t(field)}
      bodyOf={(entries) => ({ ...entries, experience: Number(entries.experience) })}
      check={(entries, words) => ({
        ...(entries.name.trim() === '' && { name: words('required', { label: words('name') }) }),
        ...(entries.specialization.trim() === '' && { specialization: words('required', { label: words('specialization') }) }),
        ...(!(/^\d{1,2}$/.test(entries.experience.trim()) && Number(entries.experience) <= 80) && { experience: words('experienceWrong') }),
      })}
    >
      {LINES.map((field) => (
        <TextField
          key={field}
          id={`profile-${field}`}
          label={t(field)}
          hint={field === 'contactNumber' ? t('privateNumber') : undefined}
          required={REQUIRED.includes(field)}
          value={values[field]}
          onChange={(value) => set(field, value)}
          error={errors[field]}
        />
      ))}
      <TextArea id="profile-about" label={t('about')} rows={5} maxLength={4000} value={values.about} onChange={(value) => set('about', value)} error={errors.about} />
      <Combobox
        label={t('timeZone')}
        required
        value={values.timeZone}
        onChange={(value) => set('timeZone', value === '' ? doctor.timeZone : value)}
        options={zoneOptions(doctor.timeZone)}
      />
    </ProfileForm>
  );
}
