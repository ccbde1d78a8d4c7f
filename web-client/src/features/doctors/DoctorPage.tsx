import { useQuery } from '@tanstack/react-query';
import { useListBefore, useLocation, useParams, useSearchParams } from '@/shared/router';
import type { Doctor, Slot } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { SlotPicker } from '@/shared/slots';
import { useSpecialties } from '@/shared/specialties';
import { useSpokenLanguages } from '@/shared/spoken';
import { Avatar, Awaited, Card, PageHeader, Rating } from '@/shared/ui';
import { BookingForm } from './BookingForm';
import { DoctorFacts } from './DoctorFacts';
import styles from './Doctors.module.css';
import { Verified } from './Verified';
import { doctorQuery } from './doctorsApi';
import { Reviews } from './Reviews';

/** A doctor, with the way to an appointment. The chosen time stands in the address (`at`). */
export default function DoctorPage() {
  const { id = '' } = useParams();
  const doctor = useQuery(doctorQuery(id));
  return doctor.data === undefined ? <Awaited query={doctor} /> : <OneDoctor doctor={doctor.data} />;
}

function OneDoctor({ doctor }: { doctor: Doctor }) {
  const t = useTranslations('doctors');
  const { nameOf } = useSpecialties();
  const { phrase } = useSpokenLanguages();
  const { state } = useLocation();
  const list = useListBefore('/doctors');
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get('at');
  const at = wanted !== null && !Number.isNaN(Date.parse(wanted)) ? wanted : null;
  const choose = (slot: Slot | null) =>
    setParameters(slot === null ? {} : { at: slot.startsAt }, { replace: at !== null, state });

  return (
    <>
      <PageHeader
        picture={<Avatar person={doctor} size="large" />}
        back={{ to: list, label: t('backToList') }}
        title={doctor.name}
        lead={
          <>
            <p>{t('what', { specialization: nameOf(doctor.specialization), years: doctor.experience })}</p>
            {doctor.languages.length > 0 && <p>{t('speaks', { languages: phrase(doctor.languages) })}</p>}
            {doctor.verified && <Verified />}
            <Rating {...doctor.rating} />
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.pick}>
          <Card stack>
            <h2>{t('chooseTime')}</h2>
            <SlotPicker doctorId={doctor.id} doctorZone={doctor.timeZone} chosen={at} onChoose={choose} />
          </Card>
        </div>
        {at !== null && <BookingForm key={doctor.id} doctor={doctor} at={at} onChoose={choose} />}
        <div>
          <DoctorFacts doctor={doctor} />
          <Reviews doctorId={doctor.id} />
        </div>
      </div>
    </>
  );
}
