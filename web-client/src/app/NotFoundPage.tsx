import { MapPinOff } from 'lucide-react';
import { useTranslations } from '@/shared/i18n';
import { ButtonLink, EmptyState, useTitle } from '@/shared/ui';

export default function NotFoundPage() {
  const t = useTranslations('app');
  useTitle(t('notFoundTitle'));
  return (
    <EmptyState icon={<MapPinOff />} title={t('notFoundTitle')} action={<ButtonLink to="/">{t('toStart')}</ButtonLink>}>
      {t('notFound')}
    </EmptyState>
  );
}
