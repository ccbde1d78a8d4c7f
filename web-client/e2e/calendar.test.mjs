import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';
import { hasFocus, stage, watched } from './stage.mjs';

const DESK = { viewport: { width: 1280, height: 800 } };
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const HOURS = [{ startTime: '08:00', endTime: '18:00' }];

describe('the calendar of a doctor', () => {
  const on = stage();
  const someone = watched(on);
  const person = async (options) => (await someone(options)).page;
  const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  /** A Wednesday to come, so that there are days to both sides of it. */
  const wednesday = () => day(7 + ((3 - new Date().getUTCDay() + 7) % 7));

  /** A practice open from 8 to 18, whose patients are booked on a Wednesday. */
  async function practice(name, visits, options = DESK) {
    const page = await person(options);
    const doctor = await signUpDoctor(page, name, 'UTC');
    await send(page, 'PUT', '/api/doctors/me/schedule', {
      schedule: DAYS.map((each) => ({ day: each, windows: HOURS })),
    });
    const booked = [];
    for (const [patientName, startTime] of visits) {
      const patient = await person();
      await signUpPatient(patient, patientName);
      const body = { doctorId: doctor.id, date: wednesday(), startTime, mode: 'video', reason: 'A cough' };
      booked.push({ by: patient, ...(await send(patient, 'POST', '/api/appointments', body)).appointment });
    }
    await page.goto(`/calendar?date=${wednesday()}`);
    return { page, doctor, booked };
  }
  const block = (page, name) => page.getByRole('link', { name: new RegExp(name) });
  const stored = async (page, id) => (await send(page, 'GET', `/api/appointments/${id}`)).appointment;

  it('moves a visit by keyboard, once the doctor has agreed, and tells the patient', async () => {
    const { page, booked } = await practice('Dr. Keys', [
      ['Kim Keyboard', '10:00'],
      ['Lee Later', '10:30'],
    ]);
    const [kim] = booked;
    await block(page, 'Kim Keyboard').focus();
    await assertAccessible(page);
    await page.keyboard.press('ArrowDown');
    await hasFocus(block(page, 'Lee Later'));
    await page.keyboard.press('ArrowUp');
    await hasFocus(block(page, 'Kim Keyboard'));
    await page.keyboard.press('m');
    // The free time that is nearest.
    await page
      .getByRole('status')
      .getByText(/^Move Kim Keyboard to .*9:30/)
      .waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page
      .getByRole('status')
      .getByText(/^Move Kim Keyboard to Thursday.*10:00/)
      .waitFor();
    await assertAccessible(page);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Move the visit with Kim Keyboard?' });
    await dialog.waitFor();
    await assertAccessible(page);
    assert.equal((await stored(page, kim.id)).startTime, '10:00');
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText(/^The visit with Kim Keyboard is now on/).waitFor();
    const moved = await stored(page, kim.id);
    assert.deepEqual([moved.startTime, moved.date > kim.date], ['10:00', true]);
    await kim.by.goto('/notices');
    await kim.by.getByText('Visit moved').first().waitFor();

    await block(page, 'Kim Keyboard').focus();
    await page.keyboard.press('m');
    await page
      .getByRole('status')
      .getByText(/^Move Kim Keyboard to/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('status').getByText(/^Move/).waitFor({ state: 'detached' });
    assert.equal((await stored(page, kim.id)).version, moved.version);
  });

  it('moves a visit by dragging, and shows before the drop what stands in its way', async () => {
    const { page, booked } = await practice('Dr. Drag', [
      ['Dora Dragged', '09:00'],
      ['Tim Taken', '11:00'],
    ]);
    const at = async (name) => {
      const { x, y, width } = await block(page, name).boundingBox();
      return { x: x + width / 2, y: y + 6 };
    };
    const [from, taken] = [await at('Dora Dragged'), await at('Tim Taken')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(taken.x, taken.y, { steps: 8 });
    await page.getByText('Tim Taken is booked then').waitFor();
    await page.mouse.up();
    await page.getByText('The visit was not moved. Tim Taken is booked then.').waitFor();
    assert.equal(new URL(page.url()).pathname, '/calendar');
    assert.equal((await stored(page, booked[0].id)).startTime, '09:00');

    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    // An hour later: two hours are the distance to the other one.
    await page.mouse.move(from.x, (from.y + taken.y) / 2, { steps: 8 });
    await page.mouse.up();
    await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText(/^The visit with Dora Dragged is now on/).waitFor();
    assert.equal((await stored(page, booked[0].id)).startTime, '10:00');

    await block(page, 'Dora Dragged').click();
    await page.waitForURL(`**/visits/${booked[0].id}`);
  });

  it('moves a visit by a finger that stays on it first, while one that does not scrolls', async () => {
    const { page, booked } = await practice('Dr. Touch', [['Tina Touched', '09:00']], {});
    const grid = page.getByRole('group', { name: 'Calendar', exact: true });
    await block(page, 'Tina Touched').waitFor();
    const finger = await page.context().newCDPSession(page);
    const touch = (type, ...points) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
    const scrolled = () => grid.evaluate((element) => element.scrollTop);
    /** Where on the screen the head of the visit lies, once nothing scrolls any more. */
    const settled = () =>
      grid.evaluate(
        (element, name) =>
          new Promise((resolve) => {
            const visit = [...element.querySelectorAll('[data-appointment]')].find((each) =>
              each.textContent.includes(name),
            );
            let [last, still] = [NaN, 0];
            requestAnimationFrame(function look() {
              const { left, top } = visit.getBoundingClientRect();
              still = top === last ? still + 1 : 0;
              last = top;
              if (still === 20) {
                resolve([left + 40, top + 10]);
              } else {
                requestAnimationFrame(look);
              }
            });
          }),
        'Tina Touched',
      );
    const hour = (await page.getByRole('region', { name: /1 visit/ }).boundingBox()).height / 10;

    await grid.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    const start = await scrolled();
    const [x, y] = await settled();
    await touch('touchStart', [x, y]);
    for (let step = 1; step <= 6; step++) {
      await touch('touchMove', [x, y - step * 10]);
    }
    await touch('touchEnd');
    await settled();
    assert.notEqual(await scrolled(), start);
    assert.equal(await page.getByRole('dialog').count(), 0);
    // How far a swipe carries depends on its speed, and may carry the visit beneath the days.
    await grid.evaluate((element, top) => (element.scrollTop = top), start);

    const [left, top] = await settled();
    await touch('touchStart', [left, top]);
    // Marked, where it is, as soon as it is held.
    await page.getByText('09:00–09:30').nth(1).waitFor();
    const before = await scrolled();
    for (let step = 1; step <= 6; step++) {
      await touch('touchMove', [left, top + (step * hour) / 6]);
    }
    await page.getByText('10:00–10:30').waitFor();
    assert.equal(await scrolled(), before);
    await touch('touchEnd');
    await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText(/^The visit with Tina Touched is now on/).waitFor();
    assert.equal((await stored(page, booked[0].id)).startTime, '10:00');
    assert.equal(new URL(page.url()).pathname, '/calendar');

    const [again, at] = await settled();
    await touch('touchStart', [again, at]);
    await page.getByText('10:00–10:30').nth(1).waitFor();
    await touch('touchEnd');
    await page.getByText('10:00–10:30').nth(1).waitFor({ state: 'detached' });
    assert.equal(await page.getByText('was not moved').count(), 0);
    assert.equal(new URL(page.url()).pathname, '/calendar');

    // At the lower edge the grid scrolls on, to its end.
    const lower = await grid.evaluate((element) => element.getBoundingClientRect().bottom);
    await grid.evaluate((element) => (element.scrollTop = 0));
    const [side, shown] = await settled();
    await touch('touchStart', [side, shown]);
    await page.getByText('10:00–10:30').nth(1).waitFor();
    await touch('touchMove', [side, Math.min(lower, 780) - 10]);
    await page.waitForFunction(
      (element) => element.scrollHeight - element.clientHeight - element.scrollTop < 2,
      await grid.elementHandle(),
    );
    await page.getByText('17:30–18:00').waitFor();
    await touch('touchCancel');
    await page.getByText('17:30–18:00').waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('blocks an empty time, and books one for a patient', async () => {
    const { page, doctor, booked } = await practice('Dr. Empty', [['Ed Early', '08:00']]);
    const column = page.getByRole('region', { name: /Wednesday/ });
    const { height } = await column.boundingBox();
    // Ten hours are shown; a little after noon.
    await column.click({ position: { x: 40, y: height * 0.41 } });
    const dialog = page.getByRole('dialog', { name: /Wednesday/ });
    assert.equal(await dialog.getByLabel('From').inputValue(), '12:00');
    await assertAccessible(page);
    await dialog.getByLabel('To').fill('13:00');
    await dialog.getByRole('button', { name: 'Block this time' }).click();
    await page.getByText('Nobody can book this time any more.').waitFor();
    const { slots } = await send(page, 'GET', `/api/doctors/${doctor.id}/slots?from=${wednesday()}&to=${wednesday()}`);
    const starts = slots.map((slot) => slot.startTime);
    assert.deepEqual(
      ['11:30', '12:00', '12:30', '13:00'].map((start) => starts.includes(start)),
      [true, false, false, true],
    );

    await page.getByRole('button', { name: /^Add something on Thursday/ }).click();
    await page.getByRole('dialog').getByLabel('From').fill('14:00');
    await page.getByRole('button', { name: 'Book a patient' }).click();
    await page.getByText(/^For whom is the visit on Thursday.*14:00/).waitFor();
    await page.getByRole('link', { name: 'Ed Early' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Book this visit' }).click();
    await page.getByText(/^The visit with Ed Early is booked/).waitFor();
    await page.goto(`/calendar?date=${wednesday()}`);
    await page
      .getByRole('region', { name: /Thursday.*1 visit/ })
      .getByText('Ed Early')
      .waitFor();
    assert.equal((await stored(page, booked[0].id)).status, 'pending');
  });

  it('goes from view to view by key and by button, and keeps them in the address', async () => {
    const { page } = await practice('Dr. Views', [['Vera View', '10:00']]);
    await block(page, 'Vera View').waitFor();
    const query = () => Object.fromEntries(new URL(page.url()).searchParams);
    await page.keyboard.press('d');
    await page.getByRole('button', { name: 'Day', pressed: true }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Vera View').waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowLeft');
    await block(page, 'Vera View').waitFor();
    assert.deepEqual(query(), { view: 'day', date: wednesday() });
    await page.getByRole('button', { name: 'List' }).click();
    await page.getByRole('link', { name: /Vera View/ }).waitFor();
    await assertAccessible(page);
    await page.keyboard.press('t');
    await page.getByText('Nothing is booked on these days.').waitFor();
    assert.deepEqual(query(), { view: 'list', date: day(0) });
    await page.reload();
    await page.getByText('Nothing is booked on these days.').waitFor();
  });

  it('shows a phone one day at a time', async () => {
    const { page } = await practice('Dr. Phone', [['Pia Phone', '10:00']], {});
    await block(page, 'Pia Phone').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Week', exact: true }).count(), 0);
    assert.equal(await page.getByRole('region', { name: /visit/ }).count(), 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    await assertAccessible(page);
    await page.getByRole('link', { name: 'Calendar' }).waitFor();
  });

  it('begins a day around the clock with the morning, and scrolls the grid rather than the page', async () => {
    for (const size of [undefined, {}]) {
      const { page } = await practice(`Dr. ${size ? 'Small' : 'Wide'} Clock`, [], size);
      const windows = [{ startTime: '00:00', endTime: '00:00' }];
      await send(page, 'PUT', '/api/doctors/me/schedule', { schedule: DAYS.map((each) => ({ day: each, windows })) });
      await page.goto(`/calendar?view=day&date=${day(9)}`);
      const grid = page.getByRole('group', { name: 'Calendar', exact: true });
      await grid.waitFor();
      /** How far below the head of the grid the line of an hour lies. */
      const below = (hour) =>
        grid.evaluate((element, text) => {
          const label = [...element.querySelectorAll('span')].find((each) => each.textContent === text);
          const { bottom } = element.firstElementChild.getBoundingClientRect();
          return Math.round(label.getBoundingClientRect().top - bottom);
        }, hour);
      assert.ok(Math.abs(await below('08:00')) <= 60, `${await below('08:00')} px`);
      assert.ok((await below('00:00')) < -500);
      await grid.focus();
      const scrolled = await page.evaluate(() => window.scrollY);
      await page.keyboard.press('End');
      await page.waitForFunction(
        (element) => Math.abs(element.scrollHeight - element.clientHeight - element.scrollTop) < 2,
        await grid.elementHandle(),
      );
      assert.equal(await page.evaluate(() => window.scrollY), scrolled);
      await assertAccessible(page);
    }
  });

  it('shows a visit that is booked while it is open', async () => {
    const { page, doctor } = await practice('Dr. Live', []);
    const patient = await person();
    await signUpPatient(patient, 'Nora New');
    await page.goto('/calendar?view=list');
    await page.getByText('Nothing is booked on these days.').waitFor();
    const visit = await book(patient, doctor.id);
    await page.goto(`/calendar?view=day&date=${visit.date}`);
    await block(page, 'Nora New').waitFor();
    await send(patient, 'POST', `/api/appointments/${visit.id}/cancel`, { reason: 'Well again' });
    await block(page, 'Nora New').waitFor({ state: 'detached' });
  });
});
