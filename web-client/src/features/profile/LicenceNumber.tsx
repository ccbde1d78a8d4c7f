import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useForm } from '@/shared/forms';
import { useTranslations } from '@/shared/i18n';
import { useNotices } from '@/shared/notices';
import { Button, TextField, useProblemText } from '@/shared/ui';
import { type Evidence, evidenceQuery, saveLicenceNumber } from './evidenceApi';
import styles from './Profile.module.css';

/** The number under which the doctor is licensed. */
export function LicenceNumber({ evidence }: { evidence: Evidence }) {
  const t = useTranslations('profile');
  const text = useProblemText();
  const { notify } = useNotices();
  const client = useQueryClient();
  const form = useForm('licence number', { licenceNumber: evidence.licenceNumber ?? '' });
  const save = useMutation({
    mutationFn: saveLicenceNumber,
    onSuccess: (stored) => {
      form.discard();
      client.setQueryData(evidenceQuery.queryKey, stored);
      notify({ kind: 'done', text: t('licenceNumberSaved') });
    },
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate(form.values.licenceNumber.trim());
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextField
        id="licence-number"
        label={t('licenceNumber')}
        optional
        maxLength={100}
        autoComplete="off"
        value={form.values.licenceNumber}
        error={save.error === null ? undefined : text(save.error)}
        onChange={(value) => form.set('licenceNumber', value)}
      />
      <div>
        <Button type="submit" busy={save.isPending}>
          {t('saveLicenceNumber')}
        </Button>
      </div>
    </form>
  );
}
