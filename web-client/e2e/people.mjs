// Accounts for tests, made over the API, so that each test starts where its own subject starts.

export const PASSWORD = 'correct horse battery staple';
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Sends with the browser's own cookie, as a page of this site would. */
export async function send(page, method, path, body) {
  const reply = await page.request.fetch(path, { method, data: body, headers: { 'Sec-Fetch-Site': 'same-origin' } });
  if (!reply.ok()) {
    throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`);
  }
  return reply.status() === 204 ? undefined : reply.json();
}

/** A logged-in patient in this browser. */
export async function signUpPatient(page, name) {
  const { user } = await send(page, 'POST', '/api/auth/signup', {
    role: 'patient',
    name,
    email: emailOf(name),
    password: PASSWORD,
  });
  return user;
}

/** A logged-in doctor in this browser, open every day and night. */
export async function signUpDoctor(page, name, zone = 'Europe/Berlin') {
  const { user } = await send(page, 'POST', '/api/auth/signup', {
    role: 'doctor',
    name,
    email: emailOf(name),
    password: PASSWORD,
    specialization: 'Cardiology',
    experience: 12,
    qualification: 'MD',
    about: 'Hearts, mostly.',
    timeZone: zone,
  });
  const windows = [{ startTime: '00:00', endTime: '00:00' }];
  await send(page, 'PUT', '/api/doctors/me/schedule', { schedule: DAYS.map((day) => ({ day, windows })) });
  return user;
}

/** An admin, signed in in this browser. */
export async function makeAdmin(server, page, name) {
  const link = await server.command('--create-admin', emailOf(name));
  await send(page, 'POST', '/api/auth/reset', { token: link.replace(/.*#/, ''), newPassword: PASSWORD });
  const { user } = await send(page, 'POST', '/api/auth/login', { email: emailOf(name), password: PASSWORD });
  return user;
}

export function emailOf(name) {
  return `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.org`;
}

/** The free times of a doctor in the next days, as this person sees them. */
export async function freeTimes(page, doctorId) {
  const date = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return (await send(page, 'GET', `/api/doctors/${doctorId}/slots?from=${date(0)}&to=${date(7)}`)).slots;
}

/** No test lasts longer: until then nothing that it books begins, and is declined because nobody has confirmed it. */
const AHEAD_MS = 45 * 60_000;

/** A visit at one of the free times that are far enough ahead. */
export async function book(page, doctorId, { mode = 'video', skip = 0 } = {}) {
  const ahead = Date.now() + AHEAD_MS;
  const slot = (await freeTimes(page, doctorId)).filter(({ startsAt }) => Date.parse(startsAt) > ahead)[skip];
  const { appointment } = await send(page, 'POST', '/api/appointments', {
    doctorId,
    date: slot.date,
    startTime: slot.startTime,
    mode,
    reason: 'A cough',
  });
  return appointment;
}

/** A visit at the next whole minute that leaves time for booking it, and more, at the doctor's only time of that day. */
export async function bookSoon(practice, patient, doctorId, { moreMs = 0 } = {}) {
  const starts = new Date(Math.ceil((Date.now() + 15_000 + moreMs) / 60_000) * 60_000);
  const clock = (at) => at.toISOString().slice(11, 16);
  const date = starts.toISOString().slice(0, 10);
  const windows = [{ startTime: clock(starts), endTime: clock(new Date(starts.getTime() + 300_000)) }];
  await send(practice, 'PUT', `/api/doctors/me/overrides/${date}`, { timeOff: true, windows });
  const body = { doctorId, date, startTime: clock(starts), mode: 'video', reason: 'A cough' };
  return (await send(patient, 'POST', '/api/appointments', body)).appointment;
}

/** A visit that begins now, booked by a doctor whom the patient has booked before, at a time that is still ahead. */
export async function walkIn(practice, doctor, patientId, reason = 'A cough') {
  const [date, clock] = new Date().toLocaleString('sv-SE', { timeZone: doctor.timeZone }).split(' ');
  const body = { patientId, date, startTime: clock.slice(0, 5), mode: 'video', reason };
  return (await send(practice, 'POST', '/api/appointments', body)).appointment;
}

/** Before its start a visit can be neither completed nor marked as missed. */
export function begins(visit) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(visit.startsAt) - Date.now() + 500)));
}
