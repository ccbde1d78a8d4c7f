import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { type CallRequest, VideoCallContext } from '@/shared/call';
import { DOCTOR, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import RecentCallsPage from './RecentCallsPage';

const CALL = {
  id: 'call',
  caller: { id: DOCTOR.id, name: DOCTOR.name },
  callee: { id: PATIENT.id, name: PATIENT.name },
  appointmentId: 'a visit that was cancelled',
  media: 'audio',
  startedAt: '2026-03-02T09:00:00.000Z',
  answeredAt: '2026-03-02T09:00:05.000Z',
  endedAt: '2026-03-02T09:10:05.000Z',
  endReason: 'hangup',
};

beforeEach(() => {
  withBrowser();
  return () => vi.unstubAllGlobals();
});

it.each([
  [{}, PATIENT, 'Called you · Audio · Ended · 10:00'],
  [{ media: 'video' }, DOCTOR, 'You called · Video · Ended · 10:00'],
  [{ answeredAt: null, endReason: 'declined' }, DOCTOR, 'You called · Audio · Declined'],
  [{ answeredAt: null, endReason: 'unanswered' }, PATIENT, 'Called you · Audio · Missed'],
])('says how a call went: %o', async (more, who, words) => {
  serve(() => ({ calls: [{ ...CALL, ...more }], nextCursor: null }));
  show(<RecentCallsPage />, { session: loggedIn(who) });
  await screen.findByText(words);
});

it('calls somebody again as such, not for the visit of the earlier call', async () => {
  serve(() => ({ calls: [CALL], nextCursor: null }));
  const asked: CallRequest[] = [];
  const nothing = () => undefined;
  show(
    <VideoCallContext
      value={{ startCall: (request) => asked.push(request), expectCall: nothing, busy: false, dock: nothing }}
    >
      <RecentCallsPage />
    </VideoCallContext>,
    { session: loggedIn(PATIENT) },
  );
  fireEvent.click(await screen.findByRole('button', { name: /Dr. Marta Vidal/ }));
  expect(asked).toEqual([{ person: { id: DOCTOR.id, name: DOCTOR.name, avatar: null }, media: 'audio' }]);
});
