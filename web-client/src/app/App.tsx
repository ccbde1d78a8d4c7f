import { BrowserRouter } from 'react-router';
import { VideoCallProvider } from '@/features/calls/VideoCallProvider';
import { MessageProvider } from '@/features/chat/MessageProvider';
import { Crash } from './Crash';
import { Shell } from './layout/Shell';
import { AppProvider } from './providers/AppProvider';
import { LanguageProvider } from './providers/LanguageProvider';
import { Pages } from './Pages';

export function App() {
  return (
    <LanguageProvider>
      <BrowserRouter>
        <Crash>
          <AppProvider>
            <VideoCallProvider>
              <MessageProvider>
                <Shell>
                  <Pages />
                </Shell>
              </MessageProvider>
            </VideoCallProvider>
          </AppProvider>
        </Crash>
      </BrowserRouter>
    </LanguageProvider>
  );
}
