import { useMemo } from 'react';
import { formatNumber } from '@/shared/browser';
import { useLocale } from '@/shared/i18n';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Sizes in the largest unit that leaves at least one, such as "12 MB". */
export function useBytes(): (bytes: number) => string {
  const locale = useLocale();
  return useMemo(() => (bytes: number) => bytesIn(locale, bytes), [locale]);
}

export function bytesIn(locale: string, bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return formatNumber(bytes / 1_000 ** power, locale, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    maximumSignificantDigits: 3,
  });
}
