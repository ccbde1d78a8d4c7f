import Workspace from '@/features/appointments/workspace/WorkspacePage';
import { lazyPage } from '@/shared/lazy';

const Record = lazyPage('practice', () => import('@/features/practice/RecordPanel'));
const FollowUp = lazyPage('practice', () => import('@/features/practice/FollowUp'));
const Chat = lazyPage('chat', () => import('@/features/chat/ChatPanel'));

/** The workspace of a visit, with what each feature brings to it. */
export default function WorkspacePage() {
  return (
    <Workspace
      record={(patientId) => <Record id={patientId} />}
      chat={(patientId) => <Chat otherId={patientId} />}
      followUp={(appointment) => <FollowUp appointment={appointment} />}
    />
  );
}
