import { useMutation } from '@tanstack/react-query';
import { Camera } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { api, nothing, upload, userReplySchema } from '../api';
import { useConfig } from '../config';
import { useTranslations } from '../i18n';
import { useNotices } from '../notices';
import { useSession, useUser } from '../session';
import { Avatar, Button } from '../ui';
import styles from './AvatarEditor.module.css';
import { ImagePicker } from './ImagePicker';
import { useImageText } from './imageText';
import { ImageProblem, prepareImage } from './prepareImage';

/** The person's own picture: put one there, change it, take it away. Everybody may see it. Only shown where the server takes pictures. */
export function AvatarEditor() {
  const t = useTranslations('images');
  const tCommon = useTranslations('common');
  const text = useImageText();
  const user = useUser();
  const config = useConfig();
  const allowed = config?.features.images === true;
  const mostBytes = config?.limits.imageBytes ?? 0;
  const hint = useId();
  const { loggedIn, check } = useSession();
  const { notify } = useNotices();
  const picker = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const underWay = useRef<AbortController>(null);
  const [share, setShare] = useState(0);
  const change = useMutation({
    mutationFn: async (file: File) => {
      setShare(0);
      const { signal } = (underWay.current = new AbortController());
      const form = new FormData();
      form.set('image', (await prepareImage(file, 'avatar', mostBytes)).blob, 'photo');
      return upload('/api/me/avatar', userReplySchema, { method: 'PUT', form, progress: setShare, signal });
    },
    onSuccess: (reply) => {
      loggedIn(reply.user);
      notify({ kind: 'done', text: t('avatarSaved') });
    },
  });
  const remove = useMutation({
    mutationFn: () => api.delete('/api/me/avatar', nothing),
    onSuccess: () => {
      loggedIn({ ...user, avatar: null });
      notify({ kind: 'done', text: t('avatarRemoved') });
    },
  });
  const callOff = () => {
    underWay.current?.abort();
    change.reset();
    // The button that did so is gone; and what was called off may have arrived all the same.
    opener.current?.focus();
    void check();
  };
  const error = change.error ?? remove.error;
  // A file that is no picture stays none; what only did not arrive need not be looked for again.
  const again = change.error !== null && !(change.error instanceof ImageProblem) ? change.variables : undefined;
  const busy = change.isPending || remove.isPending;
  if (!allowed) {
    return <Avatar person={user} size="large" />;
  }
  return (
    <div className={styles.editor}>
      <Avatar person={user} size="large" />
      <div className={styles.words}>
        <ImagePicker
          picker={picker}
          onPick={(file) => {
            remove.reset();
            change.mutate(file);
          }}
        />
        <div className={styles.actions}>
          <Button
            ref={opener}
            icon={<Camera size={18} aria-hidden />}
            busy={change.isPending}
            aria-describedby={hint}
            onClick={() => picker.current?.click()}
          >
            {t(user.avatar === null ? 'avatarAdd' : 'avatarChange')}
          </Button>
          {user.avatar !== null && (
            <Button
              look="harm-quiet"
              busy={busy}
              onClick={() => {
                change.reset();
                remove.mutate();
              }}
            >
              {t('avatarRemove')}
            </Button>
          )}
        </div>
        <p id={hint} className={styles.hint}>
          {t('avatarHint')}
        </p>
        {change.isPending && (
          <div className={styles.actions}>
            <progress className={styles.progress} max={1} value={share} aria-label={t('uploading')} />
            <Button look="quiet" onClick={callOff}>
              {tCommon('cancel')}
            </Button>
          </div>
        )}
        {error !== null && (
          <p className={styles.error} role="alert">
            {text(error)}
          </p>
        )}
        {again !== undefined && <Button onClick={() => change.mutate(again)}>{tCommon('tryAgain')}</Button>}
      </div>
    </div>
  );
}
