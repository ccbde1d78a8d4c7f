import { useEffect, useMemo, useState } from 'react';
import { useLocale } from '../i18n';
import { timesIn, type Times } from './format';

export function useTimes(): Times {
  const locale = useLocale();
  return useMemo(() => timesIn(locale), [locale]);
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
