// Writes a picture of each page, at the width of a phone and of a laptop, in both themes: `npm run screenshots`.
import { mkdirSync } from 'node:fs';
import { launch, newPerson } from './browser.mjs';
import { startServer } from './jar.mjs';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';

const FOLDER = new URL('../screenshots/', import.meta.url).pathname;
const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 } };
const THEMES = ['light', 'dark'];

/** Names to addresses, for each of the people; `ready` is what shows when the page is complete. */
function pages({ doctor, pending, scheduled, completed }) {
  return {
    anonymous: {
      'sign-up': ['/signup', 'Create account'],
      'log-in': ['/login', 'Log in'],
      'not-found': ['/nowhere', 'Page not found'],
      'log-in-first': ['/me', 'Log in to go on'],
    },
    patient: {
      doctors: ['/doctors', 'Cardiology'],
      'doctors-none': ['/doctors?q=zzz', 'No doctor found'],
      doctor: [`/doctors/${doctor.id}`, 'All free times'],
      picker: [`/doctors/${doctor.id}`, 'All free times', (page) => page.getByRole('button', { name: 'All free times' }).click()],
      booking: [
        `/doctors/${doctor.id}`,
        'All free times',
        async (page) => {
          await page.locator('button[aria-pressed=false]').first().click();
          await page.getByRole('button', { name: 'Book this visit' }).waitFor();
        },
      ],
      booked: [`/visits/${pending.id}/booked`, 'What happens next'],
      visits: ['/visits', 'Dr. Marta Vidal'],
      'visits-past': ['/visits?show=past', 'Completed'],
      'visit-pending': [`/visits/${pending.id}`, 'What happened'],
      'visit-scheduled': [`/visits/${scheduled.id}`, 'What happened'],
      'visit-completed': [`/visits/${completed.id}`, 'How was it?'],
      'visit-cancel': [`/visits/${pending.id}`, 'What happened', (page) => page.getByRole('button', { name: 'Cancel this visit' }).click()],
      me: ['/me', 'This device'],
      messages: ['/messages', 'Messages'],
    },
    doctor: {
      today: ['/today', 'Your day'],
      patient: [`/patients/${pending.patient.id}`, 'Allergies'],
      schedule: ['/schedule', 'Usual week'],
      profile: ['/me/profile', 'Your profile'],
      'visits-doctor': ['/visits', 'Paul Example'],
      'visit-doctor': [`/visits/${pending.id}`, 'What happened'],
      'me-doctor': ['/me', 'This device'],
    },
  };
}

mkdirSync(FOLDER, { recursive: true });
const only = process.argv[2];
const server = await startServer();
const browser = await launch();
try {
  const people = {
    anonymous: await newPerson(browser, server.url),
    patient: await newPerson(browser, server.url),
    doctor: await newPerson(browser, server.url),
  };
  const doctor = await signUpDoctor(people.doctor.page, 'Dr. Marta Vidal', 'Asia/Kolkata');
  await signUpPatient(people.patient.page, 'Paul Example');
  const [pending, scheduled, completed] = [
    await book(people.patient.page, doctor.id),
    await book(people.patient.page, doctor.id),
    await book(people.patient.page, doctor.id),
  ];
  await send(people.doctor.page, 'POST', `/api/appointments/${scheduled.id}/confirm`);
  await send(people.doctor.page, 'POST', `/api/appointments/${completed.id}/confirm`);
  await send(people.doctor.page, 'PUT', `/api/appointments/${completed.id}/notes`, { notes: 'Rest, tea, and a walk each day.' });
  await send(people.doctor.page, 'POST', `/api/appointments/${completed.id}/complete`);

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
