import { Star } from 'lucide-react';
import { browserLocales, formatNumber } from '../browser';
import { regionalLocale, useLanguage, useTranslations } from '../i18n';
import styles from './Rating.module.css';

/** How patients rate a doctor, in a number and the count behind it. */
export function Rating({ average, count }: { average: number; count: number }) {
  const t = useTranslations('rating');
  const { language } = useLanguage();
  if (count === 0) {
    return <span className={styles.none}>{t('none')}</span>;
  }
  const shown = formatNumber(average, regionalLocale(language, browserLocales()), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (
    <span className={styles.rating}>
      <Star size={16} aria-hidden className={styles.star} />
      {t('ofReviews', { average: shown, count })}
    </span>
  );
}

/** The stars of one review. */
export function Stars({ rating }: { rating: number }) {
  const t = useTranslations('rating');
  return (
    <span className={styles.rating} role="img" aria-label={t('stars', { count: rating })}>
      {[1, 2, 3, 4, 5].map((star) => (
        <Star key={star} size={16} aria-hidden className={star <= rating ? styles.star : styles.empty} />
      ))}
    </span>
  );
}
