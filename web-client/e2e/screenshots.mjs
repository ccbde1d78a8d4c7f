// Writes a picture of each place, at the width of a phone and of a laptop, in both themes, and in Spanish: `npm run screenshots`.
// With an argument only of the places whose names begin so; with `--language es` only in that language.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch, newPerson } from './browser.mjs';
import { beginners, colleagues, fullPractice } from './clinic.mjs';
import { startServer } from './jar.mjs';
import { startMailbox } from './mailbox.mjs';
import { book, makeAdmin, send, signUpDoctor, signUpPatient, walkIn } from './people.mjs';
import { drawn } from './pictures.mjs';
import { places } from './places.mjs';
import { timeCode } from './totp.mjs';
import { sayIn } from './words.mjs';

const FOLDER = new URL('../screenshots/', import.meta.url).pathname;
/** A page that was a phone once has no mouse any more, so the laptop comes first. */
const SIZES = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const THEMES = { en: ['light', 'dark'], es: ['light'] };

const {
  values: { language: onlyLanguage },
  positionals: [only = ''],
} = parseArgs({ options: { language: { type: 'string' } }, allowPositionals: true });

/** Makes everybody whose pages are shown, and what is on them. */
async function furnish(server, people) {
  const page = (who) => people[who].page;
  await makeAdmin(server, page('admin'), 'Ada Example');
  const { secret } = await send(page('admin'), 'POST', '/api/auth/totp');
  await send(page('admin'), 'POST', '/api/auth/totp/confirm', { code: timeCode(secret) });
  await makeAdmin(server, page('unguarded'), 'Otto Unguarded');
  const approve = ({ id }) => send(page('admin'), 'POST', `/api/admin/users/${id}/approve`);
  const doctor = await signUpDoctor(page('doctor'), 'Dr. Marta Vidal', 'Asia/Kolkata');
  await approve(doctor);
  await signUpPatient(page('patient'), 'Paul Example');
  await signUpPatient(page('newcomer'), 'Nora New');
  const [pending, scheduled, again] = [
    await book(page('patient'), doctor.id, { skip: 20 }),
    await book(page('patient'), doctor.id, { skip: 30 }),
    await book(page('patient'), doctor.id, { skip: 60, mode: 'chat' }),
  ];
  await approveVisits(page('doctor'), [scheduled, again]);
  const completed = await walkIn(page('doctor'), doctor, pending.patient.id);
  await send(page('doctor'), 'PUT', `/api/appointments/${completed.id}/notes`, {
    notes: 'Rest, tea, and a walk each day.',
  });
  await send(page('doctor'), 'POST', `/api/appointments/${completed.id}/complete`);
  await send(page('doctor'), 'GET', `/api/patients/${pending.patient.id}`);
  const now = await walkIn(page('doctor'), doctor, pending.patient.id, 'A cough that does not go away');
  await page('patient').request.post(`/api/messages/${doctor.id}`, {
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    multipart: {
      clientId: 'photo-1',
      text: 'It itches',
      image: await drawn(page('patient'), { width: 1600, height: 1200, type: 'image/jpeg' }),
    },
  });
  await send(page('patient'), 'POST', `/api/messages/${doctor.id}`, {
    clientId: 'document-1',
    document: `data:application/pdf;base64,${Buffer.from(`%PDF-1.4\n${' '.repeat(180_000)}\n%%EOF`).toString('base64')}`,
    documentName: 'Blood test, March.pdf',
  });
  const others = await colleagues(people.browser, server.url, page('admin'));
  await beginners(page('beginner'), page('waiting'), page('admin'));
  const practice = await fullPractice(server.url, page('busy'), page('admin'));
  await page('busy').clock.setFixedTime(`${practice.date}T09:52:00+01:00`);
  return { doctor, pending, scheduled, completed, now, others, practice };
}

async function approveVisits(page, visits) {
  for (const { id } of visits) {
    await send(page, 'POST', `/api/appointments/${id}/confirm`);
  }
}

/** Takes back what was done to a page for the place before. */
async function asEver(page) {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().setOffline(false);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.emulateMedia({ media: null });
}

/** Takes the pictures of one place at one width. */
async function picture(page, name, size, language, [path, ready, prepare], say) {
  const viewport = SIZES[size];
  const file = (what) => `${FOLDER}${name}-${size}-${what}${language === 'en' ? '' : `-${language}`}.png`;
  await asEver(page);
  await page.setViewportSize(viewport);
  await page.goto(path);
  await page.locator('main').getByText(say(ready)).filter({ visible: true }).first().waitFor();
  const undo = await prepare?.(page);
  for (const colorScheme of THEMES[language]) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: file(colorScheme) });
  }
  const { height } = await page.evaluate(() => document.documentElement.getBoundingClientRect());
  if (height > viewport.height) {
    // As high as the page, so that what is fixed to the window stands at its end.
    await page.setViewportSize({ ...viewport, height: Math.ceil(height) });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.screenshot({ path: file('whole') });
  }
  await undo?.();
}

async function becomePhone(page) {
  const browserOf = await page.context().newCDPSession(page);
  await browserOf.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
}

async function allPictures(people, furniture, size, language) {
  const say = sayIn(language);
  for (const [who, wanted] of Object.entries(places(furniture, say))) {
    const { page, faults } = people[who];
    await page.goto('/');
    await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
    for (const [name, place] of Object.entries(wanted).filter(([each]) => each.startsWith(only))) {
      await picture(page, name, size, language, place, say).catch((error) => {
        failures++;
        console.error(`${who}, ${name}, ${size}, ${language}: ${error.message}`);
      });
    }
    for (const fault of faults.splice(0)) {
      console.error(`${who}: ${fault}`);
    }
  }
}

mkdirSync(FOLDER, { recursive: true });
let failures = 0;
const mailbox = await startMailbox();
const server = await startServer((url) => [
  ...['--doctor-approval', 'required'],
  ...[
    '--emergency-text',
    'In an emergency, call 112.',
    '--privacy-url',
    `${url}/privacy`,
    '--terms-url',
    `${url}/terms`,
  ],
  ...Object.entries(mailbox.settings(url)).flatMap(([name, value]) => [
    `--${name.toLowerCase().replaceAll('_', '-')}`,
    value,
  ]),
]);
const browser = await launch();
try {
  const people = { browser };
  const roles = ['anonymous', 'patient', 'newcomer', 'admin', 'unguarded', 'doctor', 'busy', 'beginner', 'waiting'];
  for (const who of roles) {
    people[who] = await newPerson(browser, server.url);
  }
  const furniture = await furnish(server, people);
  const languages = Object.keys(THEMES).filter((each) => each === (onlyLanguage ?? each));
  for (const size of Object.keys(SIZES)) {
    for (const who of size === 'phone' ? roles : []) {
      await becomePhone(people[who].page);
    }
    for (const language of languages) {
      await allPictures(people, furniture, size, language);
    }
  }
  console.log(FOLDER);
} finally {
  await browser.close();
  await server.stop();
  await mailbox.stop();
}
process.exitCode = failures === 0 ? 0 : 1;
