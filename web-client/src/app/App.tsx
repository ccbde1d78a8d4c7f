import { VideoCallProvider } from '@/features/calls/VideoCallProvider';
import { MessageProvider } from '@/features/chat/MessageProvider';
import { Apart, lazyPart } from '@/shared/lazy';
import { useSession } from '@/shared/session';
import { Crash } from './Crash';
import { Shell } from './layout/Shell';
import { AppProvider } from './providers/AppProvider';
import { LanguageProvider } from './providers/LanguageProvider';
import { Pages, useFirstPage } from './Pages';

const LiveUpdates = lazyPart(() => import('./LiveUpdates'));
const Worker = lazyPart(() => import('./Worker'));

export function App() {
  return (
    <LanguageProvider alongside={useFirstPage()}>
      <Crash>
        <AppProvider>
          <VideoCallProvider>
            <MessageProvider>
              <Live />
              {import.meta.env.PROD && <Kept />}
              <Shell>
                <Pages />
              </Shell>
            </MessageProvider>
          </VideoCallProvider>
        </AppProvider>
      </Crash>
    </LanguageProvider>
  );
}

/** Live events concern those who are logged in only. */
function Live() {
  const { user } = useSession();
  return (
    user !== null && (
      <Apart>
        <LiveUpdates />
      </Apart>
    )
  );
}

/** What works without a network begins once the page is there. */
function Kept() {
  const { state } = useSession();
  return (
    state.status !== 'checking' && (
      <Apart>
        <Worker />
      </Apart>
    )
  );
}
