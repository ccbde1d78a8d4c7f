import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { useUser } from '@/shared/session';
import { Card, Checkbox, useProblemText } from '@/shared/ui';
import styles from './Notices.module.css';
import { changeSettings, NOTICE_SETTINGS, type NoticeSettings } from './noticesApi';

const OF_BOTH = ['visit_confirmed', 'visit_declined', 'visit_moved', 'visit_cancelled', 'visit_reminder'] as const;
const WHILE_AWAY = ['missed_call', 'new_message'] as const;
const WARNINGS = ['new_sign_in', 'password_changed', 'data_read'] as const;

/** What each may hear of. */
const KINDS = {
  admin: [],
  doctor: ['visit_requested', ...OF_BOTH, 'review_received', ...WHILE_AWAY, ...WARNINGS],
  patient: [...OF_BOTH, 'running_late', 'doctor_unavailable', ...WHILE_AWAY, ...WARNINGS],
} as const;

const WORDS = {
  mail: { title: 'mails', lead: 'mailsLead' },
  push: { title: 'pushes', lead: 'pushesLead' },
} as const;

/** Of what the person is told by a channel. Each choice is saved at once. */
export function Channel({ channel, stored }: { channel: keyof typeof WORDS; stored: NoticeSettings['kinds'] }) {
  const words = WORDS[channel];
  const t = useTranslations('notices');
  const text = useProblemText();
  const { role } = useUser();
  const queries = useQueryClient();
  const { notify } = useNotices();
  const change = useMutation({
    mutationFn: ({ kind, wanted }: { kind: string; wanted: boolean }) =>
      changeSettings({ kinds: { [kind]: { mail: true, push: true, ...stored[kind], [channel]: wanted } } }),
    onSuccess: (saved) => {
      queries.setQueryData(NOTICE_SETTINGS, saved);
      notify({ kind: 'done', text: t('mailsSaved') });
    },
    onError: (error) => notify({ kind: 'problem', text: text(error) }),
  });
  return (
    <Card stack>
      <h2>{t(words.title)}</h2>
      <fieldset className={styles.times} disabled={change.isPending}>
        <legend>{t(words.lead)}</legend>
        {KINDS[role].map((kind) => (
          <Checkbox
            key={kind}
            label={t(kind)}
            checked={
              change.isPending && change.variables.kind === kind
                ? change.variables.wanted
                : stored[kind]?.[channel] !== false
            }
            onChange={(wanted) => change.mutate({ kind, wanted })}
          />
        ))}
      </fieldset>
    </Card>
  );
}
