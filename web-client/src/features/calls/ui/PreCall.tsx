import { Mic, Video } from 'lucide-react';
import type { CallMedia, CallRequest } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { Avatar, Button, Dialog, DialogActions } from '@/shared/ui';
import type { MediaKind, MediaProblem } from '../machine/ports';
import styles from './Call.module.css';
import { DeviceFields } from './DeviceFields';
import { Level } from './Level';
import { Picture } from './Picture';
import { usePreview } from './usePreview';

interface Props {
  request: CallRequest;
  call: (media: CallMedia) => void;
  close: () => void;
}

/** Before a call: whom, how, and whether everything works. */
export function PreCall({ request, call, close }: Props) {
  const t = useTranslations('calls');
  const tCommon = useTranslations('common');
  const wantsVideo = request.media === 'video';
  const preview = usePreview(wantsVideo);
  const { person } = request;
  const video = preview.own?.videoTrack ?? null;
  const audio = preview.own?.audioTrack ?? null;
  return (
    <Dialog open onClose={close} title={t('preTitle', { name: person.name })}>
      <div className={styles.stage}>
        {video === null ? (
          <Avatar person={person} size="large" />
        ) : (
          <Picture track={video} mirrored label={t('preview')} />
        )}
        {wantsVideo && preview.state === 'on' && video === null && <p>{t('previewOff')}</p>}
      </div>
      {preview.state === 'on' ? (
        <>
          {audio !== null && <Level track={audio} />}
          <Problems audio={preview.own?.microphoneProblem ?? null} video={preview.own?.cameraProblem ?? null} />
          {((wantsVideo && video === null) || audio === null) && (
            <Button onClick={preview.start}>{tCommon('tryAgain')}</Button>
          )}
          <DeviceFields
            current={{ ...idOf('video', video), ...idOf('audio', audio) }}
            changed={(kind, id) => kind !== 'output' && preview.use(kind, id)}
          />
        </>
      ) : (
        <>
          <p>{t(wantsVideo ? 'preLead' : 'preLeadAudio')}</p>
          <Button busy={preview.state === 'asking'} onClick={preview.start}>
            {t(preview.state === 'asking' ? 'checking' : wantsVideo ? 'check' : 'checkAudio')}
          </Button>
        </>
      )}
      <DialogActions>
        {wantsVideo ? (
          <>
            <Button icon={<Mic size={20} aria-hidden />} onClick={() => call('audio')}>
              {t('callAudio')}
            </Button>
            <Button look="primary" icon={<Video size={20} aria-hidden />} onClick={() => call('video')}>
              {t('callVideo')}
            </Button>
          </>
        ) : (
          <>
            <Button icon={<Video size={20} aria-hidden />} onClick={() => call('video')}>
              {t('callVideo')}
            </Button>
            <Button look="primary" icon={<Mic size={20} aria-hidden />} onClick={() => call('audio')}>
              {t('callAudio')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Problems(problems: Record<MediaKind, MediaProblem | null>) {
  const t = useTranslations('calls');
  return (['audio', 'video'] as const).map((kind) => {
    const problem = problems[kind];
    return problem === null ? null : (
      <p key={kind} className={styles.problem} role="status">
        {t(`problem.${kind}_${problem}`, { where: 'check' })}
      </p>
    );
  });
}

function idOf(kind: 'audio' | 'video', track: MediaStreamTrack | null) {
  const id = track?.getSettings().deviceId;
  return id === undefined ? {} : { [kind]: id };
}
