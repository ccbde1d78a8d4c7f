// A practice in full use, made over the API: what the pictures of pages show.
import { join, request } from './crowd.mjs';
import { send, signUpDoctor } from './people.mjs';
import { drawn } from './pictures.mjs';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const HOURS = [
  { startTime: '08:00', endTime: '12:30' },
  { startTime: '14:00', endTime: '17:30' },
];
const COLLEAGUES = [
  ['Dr. Asha Rao', 'Dermatology', 12, ['en', 'hi'], 'Asia/Kolkata'],
  ['Dr. Miguel Santos', 'General practice', 8, ['es', 'en', 'pt'], 'Europe/Madrid'],
  ['Dr. Ruth Cohen', 'Psychiatry', 20, ['en', 'he'], 'America/New_York'],
  ['Dr. Élodie Marchand-Lefèvre', 'Pediatrics', 5, ['fr', 'en'], 'Europe/Paris'],
  ['Dr. Kenji Watanabe', 'Cardiology', 31, ['ja', 'en'], 'Asia/Tokyo'],
  ['Prof. Dr. Maximiliane von Hohenstein-Wittelsbach', 'Obstetrics and gynaecology', 27, ['de'], 'Europe/Berlin'],
];
/** Start, patient and reason of a full day; those that nobody has confirmed end with a question mark. */
const FULL_DAY = [
  ['08:00', 'Nina Berg', 'Palpitations after coffee'],
  ['08:30', 'Omar Diallo', 'Second opinion on the results of last week'],
  ['09:00', 'Yu Chen', 'Blood pressure'],
  [
    '09:30',
    'María del Carmen Fernández-Villaverde',
    'Shortness of breath when climbing stairs, since the last infection',
  ],
  ['10:00', 'Ann Lee', 'Follow-up'],
  ['10:30', 'Paul Schmidt', 'Prescription'],
  ['11:00', 'فاطمة الزهراء', 'Chest pain'],
  ['11:30', 'Lars Holm', 'Check-up'],
  ['14:00', 'Ida Novak', 'Dizziness?'],
  ['14:30', 'Tom Baker', 'Swollen ankles'],
  ['15:30', 'Sara Rossi', 'First visit?'],
  ['16:00', 'Ben Ode', 'Results of the ECG'],
];

/** A doctor whose day of tomorrow is full, with conversations and a record. */
export async function fullPractice(url, page, admin) {
  const doctor = await signUpDoctor(page, 'Dr. Tom Busch');
  await send(admin, 'POST', `/api/admin/users/${doctor.id}/approve`);
  await send(page, 'PUT', '/api/doctors/me/schedule', { schedule: DAYS.map((day) => ({ day, windows: HOURS })) });
  await send(page, 'PUT', '/api/doctors/me', { languages: ['de', 'en'] });
  const date = dayFrom(1);
  const visits = [];
  const patients = [];
  for (const [number, [startTime, name, reason]] of FULL_DAY.entries()) {
    const patient = await join(url, name, { role: 'patient', email: `patient.${number}@example.org` });
    const asks = reason.endsWith('?');
    const mode = number % 5 === 4 ? 'chat' : 'video';
    const asked = { doctorId: doctor.id, date, startTime, mode, reason: reason.replace('?', '') };
    const { appointment } = (await request(url, patient.token, 'POST', '/api/appointments', asked)).body;
    if (!asks) {
      await send(page, 'POST', `/api/appointments/${appointment.id}/confirm`);
    }
    visits.push(appointment);
    patients.push(patient);
    // A week is more than one day.
    const again = { ...asked, date: dayFrom(2 + (number % 4)), startTime: FULL_DAY[(number * 5) % 12][0] };
    await request(url, patient.token, 'POST', '/api/appointments', again).then(
      async ({ body }) => send(page, 'POST', `/api/appointments/${body.appointment.id}/confirm`),
      () => undefined,
    );
  }
  const [nina, omar, yu] = patients;
  await request(url, nina.token, 'PUT', '/api/patients/me', {
    allergies: 'Penicillin',
    dateOfBirth: '1984-05-06',
    gender: 'female',
    bloodGroup: 'A+',
  });
  const lines = [
    [nina, 'Good morning, doctor. The palpitations came back last night, at about eleven.'],
    [nina, 'They lasted about ten minutes. Should I still come tomorrow?'],
    [doctor, 'Good morning. Yes, please come. Until then no coffee, and note when it happens and how long it lasts.'],
    [nina, 'I will. Thank you!'],
    [omar, 'The laboratory has sent the results: https://lab.example/results/48213?patient=omar'],
    [yu, 'Which tablets shall I take on the day of the examination?'],
  ];
  for (const [number, [from, text]] of lines.entries()) {
    const body = { clientId: `line-${number}`, text };
    await (from === doctor
      ? send(page, 'POST', `/api/messages/${nina.id}`, body)
      : request(url, from.token, 'POST', `/api/messages/${doctor.id}`, body));
  }
  return { doctor, date, visits, patients };
}

/** The other doctors of the directory; some have a photo. Gives the last two: one who is away for weeks, and one without hours. */
export async function colleagues(browser, url, admin) {
  const doctors = [];
  for (const [number, [name, specialization, experience, languages, timeZone]] of COLLEAGUES.entries()) {
    const context = await browser.newContext({ baseURL: url });
    const page = await context.newPage();
    const doctor = await signUpDoctor(page, name, timeZone);
    await send(page, 'PUT', '/api/doctors/me', { specialization, experience, languages });
    await send(page, 'PUT', '/api/doctors/me/schedule', {
      schedule: number === COLLEAGUES.length - 1 ? [] : DAYS.slice(0, 5).map((day) => ({ day, windows: HOURS })),
    });
    if (number % 2 === 0) {
      await page.request.put('/api/me/avatar', {
        headers: { 'Sec-Fetch-Site': 'same-origin' },
        multipart: { image: await drawn(page, { width: 300, height: 300, type: 'image/jpeg' }) },
      });
    }
    await send(admin, 'POST', `/api/admin/users/${doctor.id}/approve`);
    if (number === COLLEAGUES.length - 2) {
      await send(page, 'PUT', '/api/doctors/me/overrides', {
        from: dayFrom(0),
        to: dayFrom(40),
        timeOff: true,
        windows: [],
      });
    }
    doctors.push(doctor);
    await context.close();
  }
  return doctors.slice(-2);
}

/** Doctors without hours: one who may begin, and one who waits for an admin. */
export async function beginners(approved, waiting, admin) {
  for (const [page, name] of [
    [approved, 'Dr. Bea Beginner'],
    [waiting, 'Dr. Will Waiting'],
  ]) {
    const doctor = await signUpDoctor(page, name);
    await send(page, 'PUT', '/api/doctors/me/schedule', { schedule: [] });
    if (page === approved) {
      await send(admin, 'POST', `/api/admin/users/${doctor.id}/approve`);
    }
  }
}

/** A date in UTC, which is that of the practice except around midnight. */
function dayFrom(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
