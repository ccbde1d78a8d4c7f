import { type SubmitEvent, useState } from 'react';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, Card, Checkbox, ErrorSummary, type SummaryEntry, TextField, useProblemText } from '@/shared/ui';
import styles from './Practice.module.css';
import { useDoctor, usePracticeChange } from './practiceApi';

/** The server's limits of each rule. */
const RULES = {
  slotMinutes: [5, 480],
  bufferMinutes: [0, 240],
  minimumNoticeMinutes: [0, 43_200],
  horizonDays: [1, 365],
} as const;
type Rule = keyof typeof RULES;
const NAMES = Object.keys(RULES) as Rule[];

/** How the week becomes times that can be booked. */
export function RulesEditor() {
  const t = useTranslations('practice');
  const text = useProblemText();
  const { notify } = useNotices();
  const doctor = useDoctor();
  const form = useForm<Record<Rule, string> & { autoConfirm: boolean }>('booking rules', {
    slotMinutes: String(doctor.slotMinutes),
    bufferMinutes: String(doctor.bufferMinutes),
    minimumNoticeMinutes: String(doctor.minimumNoticeMinutes),
    horizonDays: String(doctor.horizonDays),
    autoConfirm: doctor.autoConfirm,
  });
  const [summary, setSummary] = useState<SummaryEntry[]>([]);
  const change = usePracticeChange(() => {
    form.forget();
    setSummary([]);
    notify({ kind: 'done', text: t('rulesSaved') });
  });

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const found = NAMES.filter((rule) => !isWithin(form.values[rule], RULES[rule])).map((rule) => ({
      field: `rule-${rule}`,
      text: t('within', { label: t(rule), min: RULES[rule][0], max: RULES[rule][1] }),
    }));
    setSummary(found);
    if (found.length === 0) {
      const numbers = Object.fromEntries(NAMES.map((rule) => [rule, Number(form.values[rule])]));
      change.mutate(
        { profile: { ...numbers, autoConfirm: form.values.autoConfirm } },
        { onError: (error) => setSummary([{ text: text(error) }]) },
      );
    }
  };
  return (
    <Card stack>
      <h2>{t('rules')}</h2>
      <form className={styles.form} onSubmit={save} noValidate>
        <ErrorSummary entries={summary} />
        {NAMES.map((rule) => (
          <TextField
            key={rule}
            id={`rule-${rule}`}
            inputMode="numeric"
            label={t(rule)}
            hint={t(`${rule}Hint`)}
            required
            value={form.values[rule]}
            onChange={(value) => form.set(rule, value)}
            error={summary.find(({ field }) => field === `rule-${rule}`)?.text}
          />
        ))}
        <Checkbox label={t('autoConfirm')} checked={form.values.autoConfirm} onChange={(value) => form.set('autoConfirm', value)} />
        <div>
          <Button type="submit" busy={change.isPending}>
            {t('saveRules')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function isWithin(value: string, [min, max]: readonly [number, number]): boolean {
  return /^\d{1,5}$/.test(value.trim()) && Number(value) >= min && Number(value) <= max;
}
