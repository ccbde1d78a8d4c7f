import { type SubmitEvent, useState } from 'react';
import { isProblem } from '@/shared/api';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { type DoctorUser, useProfileChange } from '@/shared/profile';
import { useNavigate } from '@/shared/router';
import { currentTime, dateIn, useTimes } from '@/shared/time';
import {
  Button,
  Dialog,
  DialogActions,
  ErrorSummary,
  type SummaryEntry,
  TextField,
  useProblemEntries,
} from '@/shared/ui';
import styles from '../Practice.module.css';
import { range } from '../week';
import { useDoctor } from '../useDoctor';
import { useLeftOver } from '../useLeftOver';
import { clockOf, DAY_MINUTES, minutesIn } from './days';
import { blocking, windowsOn } from './opening';

const FROM = 'empty-from';
const TO = 'empty-to';

/** What to do with an empty time: book it for a patient, or keep patients from booking it. */
export function EmptyTime({ date, from, onClose }: { date: string; from: number; onClose: () => void }) {
  const t = useTranslations('practice');
  const times = useTimes();
  const navigate = useNavigate();
  const doctor = useDoctor();
  const { notify } = useNotices();
  const problemEntries = useProblemEntries();
  const [start, setStart] = useState(clockOf(from));
  const [end, setEnd] = useState(clockOf(Math.min(from + doctor.slotMinutes, DAY_MINUTES)));
  const [problems, setProblems] = useState<SummaryEntry[]>([]);
  const { keep } = useLeftOver('calendar');
  const change = useProfileChange(doctor, ({ saved }) => void keep(saved));

  const isPast = () => {
    const now = currentTime();
    const today = dateIn(doctor.timeZone, now);
    return (
      date < today || (date === today && range({ startTime: start, endTime: end })[0] < minutesIn(doctor.timeZone, now))
    );
  };
  /** Whether the fields can be used; says otherwise what is wrong. */
  const checked = (): boolean => {
    const found: SummaryEntry[] = [];
    if (start === '' || isPast()) {
      found.push({ field: FROM, text: t('calStartMissing') });
    }
    if (end === '' || (end <= start && end !== '00:00')) {
      found.push({ field: TO, text: t('calEndMissing') });
    }
    setProblems(found);
    return found.length === 0;
  };
  const book = () => {
    if (checked()) {
      navigate(`/patients?book=${date}T${start}`);
    }
  };
  const block = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!checked()) {
      return;
    }
    const [first, last] = range({ startTime: start, endTime: end });
    const changes = blocking(doctor, date, { from: first, to: last });
    if (changes.length === 0) {
      setProblems([{ text: t('calClosedAlready') }]);
      return;
    }
    let me: DoctorUser & { version: number } = doctor;
    try {
      for (const { date: changed, windows } of changes) {
        const wanted = [{ date: changed, timeOff: true, windows }];
        const read = ({ overrides }: DoctorUser) => overrides.filter((each) => each.date === changed);
        const basis = { seen: read(me), version: me.version, wanted, read };
        const body = { from: changed, to: changed, timeOff: true, windows };
        const { version } = await change.mutateAsync({ path: '/api/doctors/me/overrides', body, basis });
        me = { ...me, version };
      }
      onClose();
      notify({ kind: 'done', text: t('calBlocked') });
    } catch (error) {
      setProblems(
        isProblem(error, 'precondition_failed')
          ? [{ text: t('calScheduleChanged') }]
          : problemEntries(error, () => undefined),
      );
    }
  };
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text;
  return (
    <Dialog open onClose={onClose} title={times.date(`${date}T12:00:00Z`, 'UTC')}>
      <form className={styles.form} onSubmit={(event) => void block(event)} noValidate>
        <ErrorSummary entries={problems} />
        {windowsOn(doctor, date).length === 0 && <p className={styles.quiet}>{t('calClosedDay')}</p>}
        <TextField
          id={FROM}
          type="time"
          label={t('from')}
          required
          value={start}
          onChange={(value) => {
            setStart(value);
            // It stays as long as it was.
            if (value !== '' && start !== '' && end !== '') {
              const [first, last] = range({ startTime: start, endTime: end });
              setEnd(clockOf(Math.min(range({ startTime: value, endTime: '00:00' })[0] + last - first, DAY_MINUTES)));
            }
          }}
          error={errorOf(FROM)}
        />
        <TextField id={TO} type="time" label={t('to')} required value={end} onChange={setEnd} error={errorOf(TO)} />
        <DialogActions>
          <Button type="submit" busy={change.isPending}>
            {t('calBlock')}
          </Button>
          <Button look="primary" onClick={book}>
            {t('calBook')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
