import { useTranslations } from '@/shared/i18n';
import { useTimes } from '@/shared/time';
import { Card, MoreList, Stars } from '@/shared/ui';
import styles from './Doctors.module.css';
import { useReviews } from './doctorsApi';

/** What patients wrote, latest first. */
export function Reviews({ doctorId }: { doctorId: string }) {
  const t = useTranslations('doctors');
  const times = useTimes();
  const reviews = useReviews(doctorId);
  return (
    <Card stack>
      <h2>{t('reviews')}</h2>
      <MoreList
        pages={reviews}
        keyOf={(review, index) => `${review.createdAt} ${index}`}
        empty={<p className={styles.quiet}>{t('noReviews')}</p>}
      >
        {(review) => (
          <article className={styles.review}>
            <div className={styles.reviewHead}>
              <strong>{review.reviewer}</strong>
              <Stars rating={review.rating} />
            </div>
            {review.review !== '' && <p>{review.review}</p>}
            <time className={styles.quiet} dateTime={review.createdAt}>
              {times.date(review.createdAt)}
            </time>
          </article>
        )}
      </MoreList>
    </Card>
  );
}
