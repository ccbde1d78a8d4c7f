import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { vi } from 'vitest';
import type { Appointment, User } from '@/shared/api';
import { VideoCallContext } from '@/shared/call';
import { LanguageContext } from '@/shared/i18n';
import { type Notice, NoticesContext } from '@/shared/notices';
import { SessionContext, type SessionState } from '@/shared/session';
import { LiveSocket, OnlineUsers, SocketContext } from '@/shared/socket';

type Words = Record<string, unknown>;

const files = import.meta.glob<Words>('../**/i18n/en.json', { eager: true, import: 'default' });
const words: Words = Object.fromEntries(
  Object.entries(files).flatMap(([path, file]) => {
    const folder = path.split('/').at(-3) ?? '';
    return folder === 'shared' ? Object.entries(file) : [[folder, file]];
  }),
);

const nothing = () => undefined;

/** What stands in for the app around a part of a page. */
interface Around {
  session?: SessionState;
  /** The address of the page. */
  at?: string;
}

/** Shows a part of a page in English, as the app would; the result also has the notices and the queries. */
export function show(part: ReactNode, { session = { status: 'anonymous' }, at = '/' }: Around = {}) {
  window.history.replaceState(null, '', at);
  const notices: Notice[] = [];
  const live = new LiveSocket(nothing);
  const around = (children: ReactNode) => (
    <IntlProvider locale="en" messages={words} timeZone="UTC">
      <LanguageContext value={{ language: 'en', choose: nothing }}>
        <QueryClientProvider client={queries}>
          <NoticesContext value={{ notify, clear: nothing }}>
            <SessionContext
              value={{
                state: session,
                user: session.status === 'logged-in' ? session.user : null,
                loggedIn: nothing,
                logOut: () => Promise.resolve(),
                lost: nothing,
                check: () => Promise.resolve(),
              }}
            >
              <SocketContext value={{ socket: live, online }}>
                <VideoCallContext value={{ startCall: nothing, expectCall: nothing, busy: false, dock: nothing }}>
                  {children}
                </VideoCallContext>
              </SocketContext>
            </SessionContext>
          </NoticesContext>
        </QueryClientProvider>
      </LanguageContext>
    </IntlProvider>
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const online = new OnlineUsers(live);
  const notify = (notice: Notice) => {
    notices.push(notice);
    return nothing;
  };
  const shown = render(around(part));
  return { ...shown, notices, queries, again: (next: ReactNode) => shown.rerender(around(next)) };
}

/** What the browser has and jsdom lacks. */
export function withBrowser({ wide = true } = {}) {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = nothing;
      unobserve = nothing;
      disconnect = nothing;
    },
  );
  vi.stubGlobal('matchMedia', () => ({ matches: wide, addEventListener: nothing, removeEventListener: nothing }));
  Element.prototype.scrollIntoView = nothing;
}

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

/** Answers requests as `answer` says; a number is a status without a body. The result lists what was asked. */
export function serve(answer: (asked: Asked) => object | number | Promise<object | number>): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal('fetch', async (address: string, { method, body }: { method: string; body: string | null }) => {
    const { pathname, searchParams } = new URL(address, 'http://here');
    const asked = {
      method,
      path: pathname,
      query: searchParams,
      body: body === null ? null : (JSON.parse(body) as unknown),
    };
    all.push(asked);
    const said = await answer(asked);
    return typeof said === 'number'
      ? new Response(said === 204 ? null : JSON.stringify({ status: said, code: 'internal' }), { status: said })
      : new Response(JSON.stringify(said), { status: 'code' in said ? Number(Reflect.get(said, 'status')) : 200 });
  });
  return all;
}

/** What the server says of itself. */
export function serverConfig({ features = {}, vapidKey }: { features?: object; vapidKey?: string | null } = {}) {
  return {
    signalingUrl: null,
    signalingPath: '/socket.io/',
    ...(vapidKey !== undefined && { vapidKey }),
    features: { images: true, turn: false, ...features },
    limits: {
      messageLength: 1,
      passwordMin: 8,
      passwordMax: 1,
      slotDays: 1,
      pageSize: 1,
      sdpBytes: 1,
      candidateBytes: 1,
      imageBytes: 1,
    },
  };
}

const account = {
  email: 'one@example.org',
  avatar: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  secondFactor: false,
  emailConfirmed: true,
  pendingEmail: null,
};

export const PATIENT = {
  ...account,
  id: 'patient',
  role: 'patient',
  name: 'Nina Berg',
  version: 1,
  dateOfBirth: null,
  gender: null,
  bloodGroup: null,
  allergies: null,
  contactNumber: null,
  emergencyContacts: [],
} satisfies User;

export const DOCTOR = {
  ...account,
  id: 'doctor',
  role: 'doctor',
  name: 'Dr. Marta Vidal',
  approval: 'approved',
  rejectionReason: null,
  version: 1,
  specialization: 'Cardiology',
  languages: [],
  experience: 12,
  qualification: '',
  about: '',
  contactNumber: null,
  timeZone: 'UTC',
  slotMinutes: 30,
  bufferMinutes: 0,
  minimumNoticeMinutes: 0,
  horizonDays: 60,
  autoConfirm: false,
  callsAnytime: false,
  quiet: false,
  schedule: [],
  overrides: [],
} satisfies User;

export const loggedIn = (user: User): SessionState => ({ status: 'logged-in', user });

/** An appointment of the two, of half an hour. */
export function appointmentAt(startsAt: Date, more: Partial<Appointment> = {}): Appointment {
  const start = startsAt.toISOString();
  const end = new Date(startsAt.getTime() + 1_800_000).toISOString();
  return {
    id: `appointment ${start}`,
    doctor: { id: DOCTOR.id, name: DOCTOR.name, specialization: 'Cardiology', avatar: null },
    patient: { id: PATIENT.id, name: PATIENT.name, avatar: null },
    date: start.slice(0, 10),
    startTime: start.slice(11, 16),
    endTime: end.slice(11, 16),
    timeZone: 'UTC',
    startsAt: start,
    endsAt: end,
    mode: 'video',
    reason: 'A cough',
    status: 'scheduled',
    notes: null,
    rating: null,
    review: null,
    history: [{ from: null, to: 'scheduled', by: PATIENT.id, at: start, reason: null }],
    version: 1,
    waiting: null,
    noShowSuggestedAt: null,
    newPatient: null,
    ...more,
  };
}
