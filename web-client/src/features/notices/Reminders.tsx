import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, Card, Checkbox, useProblemText } from '@/shared/ui';
import styles from './Notices.module.css';
import { changeSettings, NOTICE_SETTINGS } from './noticesApi';

const HOUR = 60;
const DAY = 24 * HOUR;
/** What is offered, beside what the person has chosen elsewhere. */
const OFFERED = [7 * DAY, 2 * DAY, DAY, 2 * HOUR, HOUR, 30, 10];
/** How many the server takes. */
const MOST = 5;

/** How long before confirmed visits the person is reminded. */
export function Reminders({ stored }: { stored: readonly number[] }) {
  const t = useTranslations('notices');
  const text = useProblemText();
  const queries = useQueryClient();
  const { notify } = useNotices();
  const [chosen, setChosen] = useState<readonly number[]>();
  const now = chosen ?? stored;
  const [offered] = useState(() => [...new Set([...OFFERED, ...stored])].sort((one, other) => other - one));
  const save = useMutation({
    mutationFn: (reminderMinutes: readonly number[]) => changeSettings({ reminderMinutes }),
    onSuccess: (saved, sent) => {
      queries.setQueryData(NOTICE_SETTINGS, saved);
      // What was changed while it was being saved stays.
      setChosen((current) => (current === sent ? undefined : current));
      notify({ kind: 'done', text: t('remindersSaved') });
    },
    onError: (error) => notify({ kind: 'problem', text: text(error) }),
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!save.isPending) {
      save.mutate(now);
    }
  };
  const label = (minutes: number) =>
    minutes % DAY === 0
      ? t('daysBefore', { count: minutes / DAY })
      : minutes % HOUR === 0
        ? t('hoursBefore', { count: minutes / HOUR })
        : t('minutesBefore', { count: minutes });
  return (
    <Card stack>
      <h2>{t('reminders')}</h2>
      <p>{t('remindersLead')}</p>
      <form className={styles.form} onSubmit={send}>
        <fieldset className={styles.times} aria-describedby="reminders-most">
          <legend>{t('remindersTimes')}</legend>
          <p className={styles.quiet} id="reminders-most">
            {t('remindersMost', { count: MOST })}
          </p>
          {offered.map((minutes) => (
            <Checkbox
              key={minutes}
              label={label(minutes)}
              checked={now.includes(minutes)}
              disabled={now.length >= MOST && !now.includes(minutes)}
              onChange={(wanted) => setChosen(wanted ? [...now, minutes] : now.filter((each) => each !== minutes))}
            />
          ))}
        </fieldset>
        <div>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('saveReminders')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
