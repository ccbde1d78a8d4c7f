import { SearchX, UsersRound } from 'lucide-react';
import { useState } from 'react';
import * as v from 'valibot';
import { api, type Patient, patientSchema, useAllPages, usePages } from '@/shared/api';
import { useLocale, useTranslations } from '@/shared/i18n';
import { Link, useSearchParams, useThisList } from '@/shared/router';
import { useInZone } from '@/shared/time';
import { Avatar, Awaited, Button, ButtonLink, EmptyState, PageHeader, TextField } from '@/shared/ui';
import { proposedTime } from './dates';
import { patientsFor } from './patients';
import styles from './Practice.module.css';
import { useDoctor } from './useDoctor';

const SHOWN = 30;
const reply = v.object({ patients: v.array(patientSchema), nextCursor: v.nullable(v.string()) });

/** All patients of the doctor, found by name; what is searched for stands in the address. */
export default function PatientsPage() {
  const t = useTranslations('practice');
  const inZone = useInZone();
  const { timeZone } = useDoctor();
  const [parameters, setParameters] = useSearchParams();
  const words = parameters.get('q') ?? '';
  const book = parameters.get('book');
  const proposed = proposedTime(book);
  const kept = proposed === undefined ? '' : `?book=${book}`;
  const pages = usePages<Patient>(['patients'], async (cursor, signal) => {
    const page = await api.get('/api/patients', reply, { query: { cursor, limit: 100 }, signal });
    return { items: page.patients, nextCursor: page.nextCursor };
  });
  const all = useAllPages(pages);
  return (
    <>
      <PageHeader
        title={t('patients')}
        {...(proposed !== undefined && {
          lead: t('bookWho', { when: inZone(`${proposed.date}T${proposed.startTime}:00Z`, timeZone, 'UTC') }),
          actions: <ButtonLink to="/calendar">{t('bookNot')}</ButtonLink>,
        })}
      />
      {all.error !== null || !all.complete ? (
        <Awaited query={all} />
      ) : all.items?.length === 0 ? (
        <EmptyState
          icon={<UsersRound />}
          title={t('noPatientsTitle')}
          action={<ButtonLink to="/schedule">{t('toSchedule')}</ButtonLink>}
        >
          {t('noPatients')}
        </EmptyState>
      ) : (
        <div className={styles.form}>
          <div role="search" className={styles.search}>
            <TextField
              label={t('searchPatients')}
              type="search"
              value={words}
              maxLength={100}
              onChange={(q) =>
                setParameters({ ...(q !== '' && { q }), ...(book !== null && { book }) }, { replace: true })
              }
            />
          </div>
          <Found key={words} patients={all.items ?? []} words={words} query={kept} />
        </div>
      )}
    </>
  );
}

function Found({ patients, words, query }: { patients: readonly Patient[]; words: string; query: string }) {
  const t = useTranslations('practice');
  const found = patientsFor(patients, words, useLocale());
  const [shown, setShown] = useState(SHOWN);
  const list = useThisList();
  return (
    <>
      <p className={styles.quiet} role="status">
        {t('patientCount', { count: found.length })}
      </p>
      {found.length === 0 && (
        <EmptyState icon={<SearchX />} title={t('noneFoundTitle')}>
          {t('noneFound')}
        </EmptyState>
      )}
      <ul className={styles.people}>
        {found.slice(0, shown).map((patient) => (
          <li key={patient.id}>
            <Link className={styles.person} to={`/patients/${patient.id}${query}`} state={list}>
              <Avatar person={patient} />
              {patient.name}
            </Link>
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <div className={styles.more}>
          <Button onClick={() => setShown(shown + SHOWN)}>{t('morePatients')}</Button>
        </div>
      )}
    </>
  );
}
