import { SearchX, Stethoscope } from 'lucide-react';
import { useSearchParams } from '@/shared/router';
import { useTranslations } from '@/shared/i18n';
import { useTimes } from '@/shared/time';
import { Button, cx, EmptyState, MoreList, PageHeader } from '@/shared/ui';
import { DoctorCard } from './DoctorCard';
import styles from './Doctors.module.css';
import { DEFAULT_ORDER, SEARCH, type Search, useDoctors } from './doctorsApi';
import { SearchTools } from './SearchTools';

/** The list of doctors. What is searched stands in the address, so that it can be kept, shared and gone back to. */
export default function DoctorsPage() {
  const t = useTranslations('doctors');
  const [parameters, setParameters] = useSearchParams();
  const search: Search = {};
  for (const name of SEARCH) {
    const value = parameters.get(name);
    if (value !== null && value !== '') {
      search[name] = value;
    }
  }
  const doctors = useDoctors(search);
  const searching = Object.keys(search).some((name) => name !== 'sort');

  const change = (changes: Search) => {
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') {
            next.delete(name);
          } else {
            next.set(name, value);
          }
        }
        return next;
      },
      { replace: true },
    );
  };

  return (
    <>
      <PageHeader title={t('title')} />
      <SearchTools
        search={search}
        onChange={change}
        onClear={() => setParameters({}, { replace: true })}
        // Where nobody is found, that is offered in place of the list.
        searching={searching && doctors.data?.pages[0]?.items.length !== 0}
      />
      <Found search={search} first={doctors.data?.pages[0]} />
      <div className={cx(doctors.isPlaceholderData && styles.faded)} aria-busy={doctors.isPlaceholderData}>
        <MoreList
          pages={doctors}
          keyOf={(doctor) => doctor.id}
          empty={
            searching ? (
              <EmptyState
                icon={<SearchX />}
                title={t('noneTitle')}
                action={<Button onClick={() => setParameters({}, { replace: true })}>{t('clear')}</Button>}
              >
                {t('none')}
              </EmptyState>
            ) : (
              <EmptyState icon={<Stethoscope />} title={t('noDoctorsTitle')}>
                {t('noDoctors')}
              </EmptyState>
            )
          }
        >
          {(doctor) => <DoctorCard doctor={doctor} />}
        </MoreList>
      </div>
    </>
  );
}

/** How many doctors were found in which order, in which zone their times are shown, and what was searched instead. */
function Found({
  search,
  first,
}: {
  search: Search;
  first: { items: unknown[]; total: number | null; searchedFor: string | null; sort: string } | undefined;
}) {
  const t = useTranslations('doctors');
  const times = useTimes();
  if (first === undefined || first.items.length === 0) {
    return null;
  }
  return (
    <>
      {first.searchedFor !== null && (
        <p role="status">{t('searchedFor', { asked: search.q ?? '', found: first.searchedFor })}</p>
      )}
      <p className={styles.found}>
        {first.total !== null ? (
          <strong>{t(first.sort === DEFAULT_ORDER ? 'foundSoonest' : 'found', { count: first.total })}</strong>
        ) : (
          first.sort === DEFAULT_ORDER && <strong>{t('sort_soonest')}</strong>
        )}
        <span>{t('ownZone', { zone: times.zoneName(times.ownZone) })}</span>
      </p>
    </>
  );
}
