// The main job with the types that openapi-typescript generates, compiled with tsc. usage: node journey.js <url of the server>
import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

declare const process: { argv: string[] };

type Role = components['schemas']['SignUpRequest']['role'];
type Week = components['schemas']['ScheduleRequest']['schedule'];

const baseUrl = process.argv[2] ?? '';
const password = 'lantern-Orchid-47-tugboat';

/** The data of a reply; refusals are problems with a code. */
function done<T>(reply: { data?: T; error?: components['schemas']['Problem'] }): T {
  if (reply.data === undefined) {
    throw new Error(`refused: ${reply.error?.code} ${reply.error?.detail}`);
  }
  return reply.data;
}

function equal<T>(expected: T, actual: T): void {
  if (expected !== actual) {
    throw new Error(`expected ${String(expected)} but got ${String(actual)}`);
  }
}

/** Signs up, logs in, and sends the token from then on. */
async function person(role: Role, email: string) {
  const api = createClient<paths>({ baseUrl });
  const profile = role === 'doctor' ? { specialization: 'Neurology', timeZone: 'UTC' } : {};
  done(
    await api.POST('/api/auth/signup', {
      params: { query: { token: 'body' } },
      body: { role, name: `A ${role}`, email, password, ...profile },
    }),
  );
  const loggedIn = done(
    await api.POST('/api/auth/login', { params: { query: { token: 'body' } }, body: { email, password } }),
  );
  api.use({
    onRequest({ request }) {
      request.headers.set('Authorization', `Bearer ${loggedIn.token}`);
      return request;
    },
  });
  return { api, id: loggedIn.user.id };
}

const doctor = await person('doctor', 'doctor.typescript@example.org');
const patient = await person('patient', 'patient.typescript@example.org');

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const schedule: Week = days.map((day) => ({ day, windows: [{ startTime: '08:00', endTime: '18:00' }] }));
done(await doctor.api.PUT('/api/doctors/me/schedule', { body: { schedule } }));

const found = done(
  await patient.api.GET('/api/doctors', { params: { query: { specialization: 'Neurology', limit: 100 } } }),
);
equal(true, found.doctors.some((listed) => listed.id === doctor.id && listed.nextFreeAt !== null));

const date = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const free = done(
  await patient.api.GET('/api/doctors/{id}/slots', {
    params: { path: { id: doctor.id }, query: { from: date, to: date } },
  }),
);
const slot = free.slots[0];
if (slot === undefined) {
  throw new Error('no free slot');
}

const booked = done(
  await patient.api.POST('/api/appointments', {
    params: { header: { 'Idempotency-Key': 'typescript-1' } },
    body: { doctorId: doctor.id, date: slot.date, startTime: slot.startTime, mode: 'video', reason: 'A check-up' },
  }),
);
equal('pending', booked.appointment.status);
const path = { id: booked.appointment.id };
const confirmed = done(await doctor.api.POST('/api/appointments/{id}/confirm', { params: { path } }));
equal('scheduled', confirmed.appointment.status);

const taken = await patient.api.POST('/api/appointments', {
  body: { doctorId: doctor.id, date: slot.date, startTime: slot.startTime, mode: 'video' },
});
equal(409, taken.response.status);
equal('slot_taken', taken.error?.code);

done(
  await patient.api.POST('/api/messages/{userId}', {
    params: { path: { userId: doctor.id } },
    body: { text: 'May I bring my test results?', clientId: 'typescript-1' },
  }),
);
const chat = done(await doctor.api.GET('/api/messages/{userId}', { params: { path: { userId: patient.id } } }));
equal('May I bring my test results?', chat.messages[0]?.text ?? '');
const conversations = done(await doctor.api.GET('/api/messages'));
equal(1, conversations.conversations[0]?.unread ?? 0);

const listed = done(await patient.api.GET('/api/appointments', { params: { query: { status: 'scheduled' } } }));
equal(booked.appointment.id, listed.appointments[0]?.id);
console.log('done');
