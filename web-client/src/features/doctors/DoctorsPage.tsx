import { useTranslations } from '@/shared/i18n';
import { PageHeader } from '@/shared/ui';

export default function DoctorsPage() {
  const t = useTranslations('app');
  return <PageHeader title={t('doctors')} />;
}
