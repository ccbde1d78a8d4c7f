// Measures how smoothly the calendar of a full practice drags a visit: `npm run drag-frames`. 400 visits in one week.
import { launch, newPerson } from './browser.mjs';
import { join, many, named, request, ROOM } from './crowd.mjs';
import { startServer } from './jar.mjs';
import { send, signUpDoctor } from './people.mjs';

const VISITS = 400;
const A_DAY = 58;
const MINUTES = 20;
const SECONDS = 10;
/** More moves than frames: a mouse tells of its place more often than a screen shows it. */
const MOVES_A_SECOND = 125;
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const dateOf = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
/** The Monday after next, so that no day of the week has begun. */
const monday = 14 - ((new Date().getUTCDay() + 6) % 7);

/** The date and time of each visit: day by day, from midnight on. */
function placeOf(number) {
  const minute = (number % A_DAY) * MINUTES;
  const startTime = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return { date: dateOf(monday + Math.floor(number / A_DAY)), startTime };
}

/** What share of frames came late, and how many there were, while something is done. */
async function frames(page, work) {
  await page.evaluate(() => {
    window.shown = [];
    const next = (time) => {
      window.shown.push(time);
      window.nextFrame = requestAnimationFrame(next);
    };
    window.nextFrame = requestAnimationFrame(next);
  });
  await work();
  const shown = await page.evaluate(() => {
    cancelAnimationFrame(window.nextFrame);
    return window.shown;
  });
  const gaps = shown
    .slice(1)
    .map((time, index) => time - shown[index])
    .toSorted((one, other) => one - other);
  const at = (share) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))].toFixed(1);
  const perSecond = (1000 * gaps.length) / (shown.at(-1) - shown[0]);
  return `${perSecond.toFixed(1)} frames a second; ms between frames: p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`;
}

/** Moves the mouse to and fro over the week, without letting go. */
async function drag(page, box) {
  const began = performance.now();
  for (let move = 0; performance.now() - began < SECONDS * 1000; move++) {
    const x = box.x + box.width * (0.5 + 0.45 * Math.sin(move / 60));
    const y = box.y + box.height * (0.5 + 0.4 * Math.sin(move / 23));
    await page.mouse.move(x, y);
    const due = began + ((move + 1) * 1000) / MOVES_A_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  }
}

const server = await startServer(() => ROOM);
const browser = await launch();
try {
  const { page } = await newPerson(browser, server.url);
  await page.setViewportSize({ width: 1280, height: 800 });
  const doctor = await signUpDoctor(page, 'Dr. Full Week', 'UTC');
  await send(page, 'PUT', '/api/doctors/me', { slotMinutes: MINUTES, bufferMinutes: 0, autoConfirm: true });
  const windows = [{ startTime: '00:00', endTime: '00:00' }];
  await send(page, 'PUT', '/api/doctors/me/schedule', { schedule: DAYS.map((day) => ({ day, windows })) });
  const patients = await many(50, (number) => join(server.url, named('Pat', number)));
  await many(VISITS, (number) =>
    request(server.url, patients[number % patients.length].token, 'POST', '/api/appointments', {
      doctorId: doctor.id,
      ...placeOf(number),
      mode: 'video',
      reason: 'A cough that does not go away',
    }),
  );
  await page.goto(`/calendar?date=${placeOf(0).date}`);
  const blocks = page.locator('main a[href^="/visits/"]');
  await page.waitForFunction((count) => document.querySelectorAll('main a[href^="/visits/"]').length >= count, VISITS);
  console.log(`${await blocks.count()} visits in the week`);
  const still = () => new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
  console.log(`still:    ${await frames(page, still)}`);
  const box = await page.locator('main').boundingBox();
  const visible = { ...box, y: Math.max(box.y, 200), height: 500 };
  const dragged = blocks.nth(VISITS / 2);
  await dragged.scrollIntoViewIfNeeded();
  const from = await dragged.boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + 4);
  await page.mouse.down();
  console.log(`dragging: ${await frames(page, () => drag(page, visible))}`);
  await page.keyboard.press('Escape');
  await page.mouse.up();
} finally {
  await browser.close();
  await server.stop();
}
