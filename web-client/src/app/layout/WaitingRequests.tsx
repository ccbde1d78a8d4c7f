import { useAllPages } from '@/shared/api';
import { isOver, REQUESTS, useAppointments } from '@/shared/appointments';
import { useTranslations } from '@/shared/i18n';
import { useNow } from '@/shared/time';
import { Badge } from '@/shared/ui';

/** How many requests wait for the doctor's answer. */
export default function WaitingRequests() {
  const t = useTranslations('app');
  const requests = useAllPages(useAppointments(REQUESTS));
  const now = useNow();
  const count = requests.items?.filter((appointment) => !isOver(appointment, now)).length ?? 0;
  return <Badge count={count} label={t('pending', { count })} />;
}
