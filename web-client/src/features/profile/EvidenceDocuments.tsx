import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FilePlus2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useConfig } from '@/shared/config';
import { useTranslations } from '@/shared/i18n';
import { ImagePicker, prepareImage, useImageText } from '@/shared/images';
import { useNotices } from '@/shared/notices';
import { Button } from '@/shared/ui';
import { addDocument, type Evidence, evidenceQuery, removeDocument } from './evidenceApi';
import styles from './Profile.module.css';

/** How many the server keeps. */
const MOST = 10;

/** Pictures of the documents that the doctor shows, with a way to add and remove some. */
export function EvidenceDocuments({ evidence }: { evidence: Evidence }) {
  const t = useTranslations('profile');
  const text = useImageText();
  const { notify } = useNotices();
  const config = useConfig();
  const client = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState(0);
  const show = (stored: Evidence) => client.setQueryData(evidenceQuery.queryKey, stored);
  const add = useMutation({
    mutationFn: async (file: File) => {
      setShare(0);
      const { blob } = await prepareImage(file, 'chat', config?.limits.imageBytes ?? 0);
      return addDocument(blob, setShare);
    },
    onSuccess: (stored) => {
      show(stored);
      notify({ kind: 'done', text: t('documentAdded') });
    },
  });
  const remove = useMutation({
    mutationFn: removeDocument,
    onSuccess: (stored) => {
      show(stored);
      notify({ kind: 'done', text: t('documentRemoved') });
    },
    // What was removed elsewhere meanwhile is shown as it is.
    onError: () => client.invalidateQueries({ queryKey: evidenceQuery.queryKey }),
    // The button that was pressed goes away.
    onSettled: () => heading.current?.focus(),
  });
  const error = add.error ?? remove.error;
  return (
    <section className={styles.form}>
      <h3 ref={heading} tabIndex={-1}>
        {t('documents')}
      </h3>
      {evidence.documents.length > 0 && (
        <ul className={styles.documents}>
          {evidence.documents.map(({ id, url }, index) => (
            <li key={id}>
              <img src={url} alt={t('document', { number: index + 1 })} />
              <Button
                look="harm-quiet"
                busy={remove.isPending}
                aria-label={t('removeDocument', { number: index + 1 })}
                onClick={() => {
                  add.reset();
                  remove.mutate(id);
                }}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {config?.features.images === true && evidence.documents.length < MOST && (
        <div>
          <ImagePicker
            picker={picker}
            onPick={(file) => {
              remove.reset();
              add.mutate(file);
            }}
          />
          <Button
            icon={<FilePlus2 size={18} aria-hidden />}
            busy={add.isPending}
            onClick={() => picker.current?.click()}
          >
            {t('addDocument')}
          </Button>
        </div>
      )}
      {add.isPending && <progress max={1} value={share} aria-label={t('addingDocument')} />}
      {error !== null && (
        <p className={styles.wrong} role="alert">
          {text(error)}
        </p>
      )}
    </section>
  );
}
