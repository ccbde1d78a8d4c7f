import { useEffect, useMemo, useState } from 'react';
import { regionalLocale, useLanguage } from '../i18n';
import { timesIn, type Times } from './format';

export function useTimes(): Times {
  const { language } = useLanguage();
  return useMemo(() => timesIn(regionalLocale(language, navigator.languages)), [language]);
}

/** The time, often enough for what pages show; a component with it renders again every half minute. */
export function useNow(everyMs = 30_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
