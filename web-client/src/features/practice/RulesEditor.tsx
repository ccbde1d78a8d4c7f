import { type SubmitEvent, useState } from 'react';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { type DoctorUser, NewerEntries, useProfileChange } from '@/shared/profile';
import {
  Button,
  Card,
  Checkbox,
  ErrorSummary,
  type SummaryEntry,
  TextField,
  useFieldWords,
  useProblemEntries,
} from '@/shared/ui';
import styles from './Practice.module.css';
import { useDoctor } from './useDoctor';

/** The server's limits of each rule. */
const RULES = {
  slotMinutes: [5, 480],
  bufferMinutes: [0, 240],
  minimumNoticeMinutes: [0, 43_200],
  horizonDays: [1, 365],
} as const;
type Rule = keyof typeof RULES;
const NAMES = Object.keys(RULES) as Rule[];
const SWITCHES = ['autoConfirm', 'callsAnytime', 'quiet'] as const;
type Switch = (typeof SWITCHES)[number];

function read(doctor: DoctorUser): Record<Rule, string> & Record<Switch, boolean> {
  return {
    slotMinutes: String(doctor.slotMinutes),
    bufferMinutes: String(doctor.bufferMinutes),
    minimumNoticeMinutes: String(doctor.minimumNoticeMinutes),
    horizonDays: String(doctor.horizonDays),
    autoConfirm: doctor.autoConfirm,
    callsAnytime: doctor.callsAnytime,
    quiet: doctor.quiet,
  };
}

/** How the week becomes times that can be booked. */
export function RulesEditor() {
  const t = useTranslations('practice');
  const say = useFieldWords();
  const problemEntries = useProblemEntries();
  const { notify } = useNotices();
  const doctor = useDoctor();
  const form = useForm('booking rules', read(doctor), { version: doctor.version });
  const [summary, setSummary] = useState<SummaryEntry[]>([]);
  const change = useProfileChange(doctor, ({ me: stored, sent }) => {
    form.commit(sent as ReturnType<typeof read>, read(stored), stored.version);
    setSummary([]);
    notify({ kind: 'done', text: t('rulesSaved') });
  });

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const found = NAMES.filter((rule) => !isWithin(form.values[rule], RULES[rule])).map((rule) => ({
      field: `rule-${rule}`,
      text: say({ kind: 'range', min: RULES[rule][0], max: RULES[rule][1] }, t(rule)),
    }));
    setSummary(found);
    if (found.length === 0) {
      const numbers = Object.fromEntries(NAMES.map((rule) => [rule, Number(form.values[rule])]));
      const { autoConfirm, callsAnytime, quiet } = form.values;
      const body = { ...numbers, autoConfirm, callsAnytime, quiet };
      change.mutate(
        { path: '/api/doctors/me', body, basis: { seen: form.seen, version: form.version, wanted: form.values, read } },
        {
          onError: (error) =>
            setSummary(
              problemEntries(error, (field) => (isRule(field) ? { id: `rule-${field}`, label: t(field) } : undefined)),
            ),
        },
      );
    }
  };
  return (
    <Card stack>
      <h2>{t('rules')}</h2>
      <form className={styles.form} onSubmit={save} noValidate>
        <ErrorSummary entries={summary} />
        <NewerEntries
          form={form}
          labelOf={(field) => t(field)}
          textOf={(field, values) => (isRule(field) ? values[field] : t(values[field] ? 'yes' : 'no'))}
        />
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
        {SWITCHES.map((name) => (
          <Checkbox
            key={name}
            label={t(name)}
            checked={form.values[name]}
            onChange={(value) => form.set(name, value)}
          />
        ))}
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

function isRule(field: string): field is Rule {
  return Object.hasOwn(RULES, field);
}
