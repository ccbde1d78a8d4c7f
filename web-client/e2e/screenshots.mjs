// Writes a picture of each page, at the width of a phone and of a laptop, in both themes: `npm run screenshots`.
import { mkdirSync } from 'node:fs';
import { launch, newPerson } from './browser.mjs';
import { startServer } from './jar.mjs';
import { book, makeAdmin, send, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { drawn, REFUSED } from './pictures.mjs';

const FOLDER = new URL('../screenshots/', import.meta.url).pathname;
const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 } };
const THEMES = ['light', 'dark'];

/** Names to addresses, for each of the people; `ready` is what shows when the page is complete. */
function pages({ doctor, pending, scheduled, completed }) {
  return {
    anonymous: {
      landing: ['/', 'See a doctor this week'],
      'sign-up': ['/signup', 'Create account'],
      'log-in': ['/login', 'Log in'],
      'not-found': ['/nowhere', 'Page not found'],
      'log-in-first': ['/me', 'Log in to continue'],
    },
    patient: {
      home: ['/home', 'Dr. Marta Vidal'],
      doctors: ['/doctors', 'Cardiology'],
      'doctors-none': ['/doctors?q=zzz', 'No doctor found'],
      doctor: [`/doctors/${doctor.id}`, 'Evening'],
      booking: [
        `/doctors/${doctor.id}`,
        'Choose a time',
        async (page) => {
          await page.locator('button[data-at]').first().click();
          await page.getByRole('button', { name: 'Book this visit' }).waitFor();
        },
      ],
      booked: [`/visits/${pending.id}/booked`, 'What happens next'],
      visits: ['/visits', 'Dr. Marta Vidal'],
      'visits-past': ['/visits?show=past', 'Completed'],
      'visit-pending': [`/visits/${pending.id}`, 'What happened'],
      'visit-scheduled': [`/visits/${scheduled.id}`, 'What happened'],
      'visit-completed': [`/visits/${completed.id}`, 'How was it?'],
      'visit-cancel': [
        `/visits/${pending.id}`,
        'What happened',
        (page) => page.getByRole('button', { name: 'Cancel this visit' }).click(),
      ],
      me: ['/me', 'This device'],
      'who-read': [
        '/me',
        'read your record',
        (page) => page.getByRole('heading', { name: 'Who has read my data' }).scrollIntoViewIfNeeded(),
      ],
      reminders: ['/notices/settings', 'When to remind you'],
      check: ['/check', 'Check your device'],
      'check-done': ['/check', 'Check your device', checked],
      messages: ['/messages', 'Messages'],
      notices: ['/notices', 'Visit confirmed'],
      'photo-in-chat': [`/messages/${doctor.id}`, 'It itches'],
      'photo-chosen': [`/messages/${doctor.id}`, 'It itches', async (page) => pick(page, await drawn(page))],
      'photo-refused': [`/messages/${doctor.id}`, 'It itches', (page) => pick(page, REFUSED[0][0])],
      'photo-full': [
        `/messages/${doctor.id}`,
        'It itches',
        (page) => page.getByRole('button', { name: /^Photo from you/ }).click(),
      ],
      'photo-gone': [`/messages/${doctor.id}`, 'It itches', photoGone],
    },
    admin: {
      'admin-people': ['/people', 'Paul Example'],
      'admin-nobody': ['/people?q=zzz', 'Nobody found'],
      'admin-person': [`/people/${doctor.id}`, 'What you can do'],
      'admin-disable': [
        `/people/${doctor.id}`,
        'What you can do',
        (page) => page.getByRole('button', { name: 'Disable the account' }).click(),
      ],
      'admin-link': [
        `/people/${doctor.id}`,
        'What you can do',
        (page) => page.getByRole('button', { name: 'Make a link for a new password' }).click(),
      ],
      'admin-audit': ['/audit', 'looked at the list of people'],
      'admin-audit-one': [`/audit?userId=${pending.patient.id}`, 'Only what concerns'],
      'admin-system': ['/system', 'Regular tasks'],
      'admin-me': ['/me', 'Two-step log-in'],
    },
    doctor: {
      today: ['/today', 'Your day'],
      workspace: [`/visits/${scheduled.id}/workspace`, 'Record'],
      calendar: [`/calendar?date=${scheduled.date}`, scheduled.patient.name],
      'calendar-list': [`/calendar?view=list&date=${scheduled.date}`, scheduled.patient.name],
      patients: ['/patients', 'Find a patient by name'],
      'patients-none': ['/patients?q=zzz', 'Nobody found'],
      patient: [`/patients/${pending.patient.id}`, 'Allergies'],
      schedule: ['/schedule', 'Usual week'],
      'schedule-night': ['/schedule', 'Usual week', nightIntoMorning],
      'schedule-copy': [
        '/schedule',
        'Usual week',
        (page) => page.getByRole('button', { name: 'Copy Monday to other days' }).click(),
      ],
      profile: ['/me/profile', 'Your profile'],
      'profile-picture': [
        '/me/profile',
        'Your profile',
        async (page) => pick(page, await drawn(page, { width: 400, height: 400 })),
      ],
      'profile-picture-refused': ['/me/profile', 'Your profile', (page) => pick(page, REFUSED[1][0])],
      'profile-wrong': ['/me/profile', 'Your profile', wrongEntries],
      'visits-doctor': ['/visits', 'Paul Example'],
      'visit-doctor': [`/visits/${pending.id}`, 'What happened'],
      'visit-newer-notes': [`/visits/${completed.id}`, 'What happened', (page) => newerNotes(page, completed)],
      'notices-doctor': ['/notices', 'Visit requested'],
      'me-doctor': ['/me', 'This device'],
      'visits-unclosed': ['/visits?show=past', 'Completed', aWeekLater],
      'today-unclosed': ['/today', 'Your day', aWeekLater],
    },
  };
}

async function pick(page, file) {
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page
    .getByText(REFUSED.find(([refused]) => refused === file)?.[1] ?? 'Your picture is saved.')
    .or(page.getByAltText('The photo that you are about to send'))
    .first()
    .waitFor();
}

async function checked(page) {
  await page.getByRole('button', { name: 'Check camera and microphone' }).click();
  await page.getByRole('meter').waitFor();
  await page.getByRole('button', { name: 'Check the connection' }).click();
  await page.getByRole('button', { name: 'Check the connection again' }).waitFor();
}

async function photoGone(page) {
  await page.route('**/api/media/*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.reload();
  await page.getByText('This photo is not available any more.').waitFor();
  await page.unroute('**/api/media/*');
}

async function nightIntoMorning(page) {
  const monday = page.getByRole('group', { name: 'Monday' });
  await monday.getByLabel('From', { exact: true }).fill('21:00');
  await monday.getByLabel('To', { exact: true }).fill('03:00');
  await monday.getByText('runs into').scrollIntoViewIfNeeded();
}

async function wrongEntries(page) {
  await page.getByLabel('Years of experience').fill('many');
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').waitFor();
}

/** Notes that are saved elsewhere while these are being written. */
async function newerNotes(page, { id }) {
  await page.getByRole('textbox', { name: 'Notes' }).fill(`Written here at ${performance.now()}`);
  await send(page, 'PUT', `/api/appointments/${id}/notes`, {
    notes: `Rest, tea, and a walk each day. ${performance.now()}`,
  });
  await page.getByText('Newer notes were saved elsewhere').waitFor();
  await page.getByText('Newer notes were saved elsewhere').scrollIntoViewIfNeeded();
}

async function aWeekLater(page) {
  await page.clock.setFixedTime(Date.now() + 7 * 86_400_000);
  await page.reload();
  await page.getByText('Over, but still open').waitFor();
}

mkdirSync(FOLDER, { recursive: true });
// Only the pages whose names begin so; without an argument all of them.
const only = process.argv[2];
const server = await startServer();
const browser = await launch();
try {
  const people = {
    anonymous: await newPerson(browser, server.url),
    patient: await newPerson(browser, server.url),
    doctor: await newPerson(browser, server.url),
    admin: await newPerson(browser, server.url),
  };
  const doctor = await signUpDoctor(people.doctor.page, 'Dr. Marta Vidal', 'Asia/Kolkata');
  await signUpPatient(people.patient.page, 'Paul Example');
  await makeAdmin(server, people.admin.page, 'Ada Example');
  const [pending, scheduled] = [
    await book(people.patient.page, doctor.id, { skip: 2 }),
    await book(people.patient.page, doctor.id, { skip: 2 }),
  ];
  const completed = await walkIn(people.doctor.page, doctor, pending.patient.id);
  await send(people.doctor.page, 'POST', `/api/appointments/${scheduled.id}/confirm`);
  await send(people.doctor.page, 'PUT', `/api/appointments/${completed.id}/notes`, {
    notes: 'Rest, tea, and a walk each day.',
  });
  await send(people.doctor.page, 'POST', `/api/appointments/${completed.id}/complete`);
  await send(people.doctor.page, 'GET', `/api/patients/${pending.patient.id}`);

  const { page: phone } = people.patient;
  await phone.request.post(`/api/messages/${doctor.id}`, {
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    multipart: {
      clientId: 'photo-1',
      text: 'It itches',
      image: await drawn(phone, { width: 1600, height: 1200, type: 'image/jpeg' }),
    },
  });

  for (const [who, wanted] of Object.entries(pages({ doctor, pending, scheduled, completed }))) {
    const { page } = people[who];
    for (const [name, [path, ready, prepare]] of Object.entries(wanted)) {
      if (only !== undefined && !name.startsWith(only)) {
        continue;
      }
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        await page.goto(path);
        await page.getByText(ready).filter({ visible: true }).first().waitFor();
        await prepare?.(page);
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.screenshot({ path: `${FOLDER}${name}-${size}-${colorScheme}.png` });
        }
      }
    }
    for (const fault of people[who].faults) {
      console.error(`${who}: ${fault}`);
    }
  }
  console.log(FOLDER);
} finally {
  await browser.close();
  await server.stop();
}
