import { useTranslations } from '@/shared/i18n';
import { cityOf } from '@/shared/time';
import { PageHeader } from '@/shared/ui';
import { DaysEditor } from './DaysEditor';
import styles from './Practice.module.css';
import { RulesEditor } from './RulesEditor';
import { useDoctor } from './useDoctor';
import { WeekEditor } from './WeekEditor';

/** When a doctor is there: the week, the dates that differ, and the rules of booking. */
export default function SchedulePage() {
  const t = useTranslations('practice');
  return (
    <>
      <PageHeader title={t('scheduleTitle')} lead={t('zone', { city: cityOf(useDoctor().timeZone) })} />
      <div className={styles.columns}>
        <WeekEditor />
        <div className={styles.stack}>
          <DaysEditor />
          <RulesEditor />
        </div>
      </div>
    </>
  );
}
