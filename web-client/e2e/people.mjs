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

/** A signed-in patient in this browser. */
export async function signUpPatient(page, name) {
  const { user } = await send(page, 'POST', '/api/auth/signup', { role: 'patient', name, email: emailOf(name), password: PASSWORD });
  return user;
}

/** A signed-in doctor in this browser, open every day and night. */
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

export function emailOf(name) {
  return `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.org`;
}

/** A visit at the first free time. */
export async function book(page, doctorId, { mode = 'video', skip = 0 } = {}) {
  const date = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { slots } = await send(page, 'GET', `/api/doctors/${doctorId}/slots?from=${date(0)}&to=${date(7)}`);
  const slot = slots[skip];
  const { appointment } = await send(page, 'POST', '/api/appointments', {
    doctorId,
    date: slot.date,
    startTime: slot.startTime,
    mode,
    reason: 'A cough',
  });
  return appointment;
}
