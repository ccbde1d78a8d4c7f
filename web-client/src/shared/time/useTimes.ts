import { useEffect, useMemo, useState } from 'react';
import { browserLocales } from '../browser';
import { regionalLocale, useLanguage } from '../i18n';
import { currentTime } from './clock';
import { timesIn, type Times } from './format';

export function useTimes(): Times {
  const { language } = useLanguage();
  return useMemo(() => timesIn(regionalLocale(language, browserLocales())), [language]);
}

/** The time, often enough for what pages show; a component with it renders again every half minute. */
export function useNow(everyMs = 30_000): Date {
  const [now, setNow] = useState(currentTime);
  useEffect(() => {
    const timer = setInterval(() => setNow(currentTime()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
