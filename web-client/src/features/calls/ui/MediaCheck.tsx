import { useTranslations } from '@/shared/i18n';
import { Avatar, Button } from '@/shared/ui';
import type { MediaKind, MediaProblem } from '../machine/ports';
import styles from './Call.module.css';
import { DeviceFields } from './DeviceFields';
import { Level } from './Level';
import { Picture } from './Picture';
import { usePreview } from './usePreview';

interface Props {
  /** Whose face shows while there is no picture. */
  person: { id: string; name: string; avatar: string | null };
  video: boolean;
  /** What it says before the check. */
  lead: string;
}

/** Where a person sees and hears whether camera and microphone work, once they turn them on. */
export function MediaCheck({ person, video: wantsVideo, lead }: Props) {
  const t = useTranslations('calls');
  const tCommon = useTranslations('common');
  const preview = usePreview(wantsVideo);
  const video = preview.own?.videoTrack ?? null;
  const audio = preview.own?.audioTrack ?? null;
  return (
    <>
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
          <p>{lead}</p>
          <Button busy={preview.state === 'asking'} onClick={preview.start}>
            {t(preview.state === 'asking' ? 'checking' : wantsVideo ? 'check' : 'checkAudio')}
          </Button>
        </>
      )}
    </>
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
