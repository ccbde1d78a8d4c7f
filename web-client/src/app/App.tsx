import { VideoCallProvider } from '@/features/calls/VideoCallProvider';
import { MessageProvider } from '@/features/chat/MessageProvider';
import { Crash } from './Crash';
import { Shell } from './layout/Shell';
import { LiveUpdates } from './LiveUpdates';
import { AppProvider } from './providers/AppProvider';
import { LanguageProvider } from './providers/LanguageProvider';
import { Pages } from './Pages';

export function App() {
  return (
    <LanguageProvider>
      <Crash>
        <AppProvider>
          <VideoCallProvider>
            <MessageProvider>
              <LiveUpdates />
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
