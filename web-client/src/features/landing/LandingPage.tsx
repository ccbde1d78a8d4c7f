import { BadgeCheck, CalendarCheck, Lock, Search as SearchIcon, Video } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useNavigate } from '@/shared/router';
import { Drawing, SearchForm, usePageHeading } from '@/shared/ui';
import styles from './Landing.module.css';

const STEPS = [
  { name: 'find', icon: SearchIcon },
  { name: 'book', icon: CalendarCheck },
  { name: 'meet', icon: Video },
] as const;
const PROMISES = [
  { name: 'verified', icon: BadgeCheck },
  { name: 'privacy', icon: Lock },
] as const;

/** What people see who are not logged in: what this is, and the way to a doctor. */
export default function LandingPage() {
  const t = useTranslations('landing');
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const heading = usePageHeading(t('title'));
  const search = (asked: string) => {
    navigate(asked === '' ? '/doctors' : `/doctors?${new URLSearchParams({ q: asked }).toString()}`);
  };
  return (
    <>
      <section className={styles.hero}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t('title')}
          </h1>
          <p className={styles.lead}>{t('lead')}</p>
          <SearchForm
            className={styles.search}
            label={t('search')}
            button={t('findDoctor')}
            words={words}
            onType={setWords}
            onSearch={search}
          />
        </div>
        <Drawing className={styles.drawing} />
      </section>
      <section aria-labelledby="steps">
        <h2 id="steps">{t('steps')}</h2>
        <ol className={styles.steps}>
          {STEPS.map(({ name, icon: Icon }) => (
            <li key={name}>
              <Icon size={24} aria-hidden />
              <h3>{t(`${name}Title`)}</h3>
              <p>{t(name)}</p>
            </li>
          ))}
        </ol>
      </section>
      <ul className={styles.promises}>
        {PROMISES.map(({ name, icon: Icon }) => (
          <li key={name}>
            <Icon size={20} aria-hidden />
            <p>{t(name)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
