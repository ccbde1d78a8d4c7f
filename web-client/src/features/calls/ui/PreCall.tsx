import { Mic, Video } from 'lucide-react';
import type { CallMedia, CallRequest } from '@/shared/call';
import { useTranslations } from '@/shared/i18n';
import { Button, Dialog, DialogActions } from '@/shared/ui';
import { ConnectionCheck } from '../check/ConnectionCheck';
import { MediaCheck } from './MediaCheck';

interface Props {
  request: CallRequest;
  call: (media: CallMedia) => void;
  close: () => void;
}

/** Before a call: whom, how, and whether everything works. */
export function PreCall({ request, call, close }: Props) {
  const t = useTranslations('calls');
  const wantsVideo = request.media === 'video';
  const { person } = request;
  return (
    <Dialog open onClose={close} title={t('preTitle', { name: person.name })}>
      <MediaCheck person={person} video={wantsVideo} lead={t(wantsVideo ? 'preLead' : 'preLeadAudio')} />
      <ConnectionCheck />
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
