import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { join, many, named, request, ROOM } from './crowd.mjs';
import { PASSWORD, send, signUpDoctor } from './people.mjs';
import { stage, watched } from './stage.mjs';

const MANY = 300;

describe('a practice of hundreds', () => {
  const on = stage(ROOM);
  const person = watched(on);
  let doctor;
  let patients;
  let visits;

  before(async () => {
    const { url } = on.server;
    const opened = await on.browser.newContext({ baseURL: url });
    doctor = await signUpDoctor(await opened.newPage(), 'Dr. Many');
    const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const { slots } = await send(opened, 'GET', `/api/doctors/${doctor.id}/slots?from=${day(1)}&to=${day(14)}`);
    await opened.close();
    patients = await many(MANY, (number) => join(url, named('Pat', number)));
    visits = await many(MANY, async (number) => {
      const { date, startTime } = slots[number];
      const asked = { doctorId: doctor.id, date, startTime, mode: 'chat', reason: 'A cough' };
      return (await request(url, patients[number].token, 'POST', '/api/appointments', asked)).body.appointment;
    });
    // One after the other, so that the order is known.
    for (const [number, { token }] of patients.entries()) {
      await request(url, token, 'POST', `/api/messages/${doctor.id}`, {
        text: `Hello from ${number}.`,
        clientId: `c${number}`,
      });
    }
  });

  async function practice(path, options) {
    const one = await person(options);
    await send(one.page, 'POST', '/api/auth/login', { email: 'dr.many@example.org', password: PASSWORD });
    await one.page.goto(path);
    return one.page;
  }

  const texts = (list) => list.evaluateAll((elements) => elements.map((element) => element.textContent));
  const byLength = (page, selector, length) =>
    page.waitForFunction(([wanted, count]) => document.querySelectorAll(wanted).length === count, [selector, length]);

  it('has its conversations in order, each once, and a new word moves one to the top', async () => {
    const page = await practice('/messages');
    const lines = page.getByRole('main').getByRole('listitem');
    await byLength(page, 'main li', MANY);
    const shown = (await texts(lines)).map((text) => Number(/Hello from (\d+)\./.exec(text)[1]));
    assert.deepEqual(
      shown,
      Array.from({ length: MANY }, (_, index) => MANY - 1 - index),
    );
    const { token } = patients[3];
    await request(on.server.url, token, 'POST', `/api/messages/${doctor.id}`, { text: 'One more', clientId: 'more' });
    await lines.first().getByText('One more').waitFor();
    assert.equal(await lines.count(), MANY);
    await assertAccessible(page);
    // What was looked at is there again when coming back.
    await lines.nth(200).getByRole('link').click();
    await page.getByRole('region', { name: /^Chat with/ }).waitFor();
    await page.goBack();
    await byLength(page, 'main li', MANY);
    await page.waitForFunction(() => {
      const { top } = document.querySelectorAll('main li')[200].getBoundingClientRect();
      return top >= 0 && top < window.innerHeight;
    });
  });

  it('shows more visits until the end, each once and in order, though the list is asked for anew meanwhile', async () => {
    const page = await practice('/visits');
    const cards = page.getByRole('tabpanel').getByRole('listitem');
    const more = page.getByRole('button', { name: 'Show more' });
    await cards.first().waitFor();
    // The next page is on its way while a visit changes, which has the list fetched again.
    let hold;
    const held = new Promise((resolve) => (hold = resolve));
    await page.route('**/api/appointments?*cursor=*', async (route) => {
      await held;
      await route.continue();
    });
    const first = await cards.count();
    await more.press('Enter');
    const again = page.waitForRequest(
      (asked) => asked.url().includes('/api/appointments?') && !asked.url().includes('cursor='),
    );
    await request(on.server.url, patients[0].token, 'POST', `/api/appointments/${visits[0].id}/cancel`, {
      reason: 'Better',
    });
    await again;
    hold();
    await page.waitForFunction((before) => document.querySelectorAll('[role=tabpanel] li').length > before, first);
    await page.unroute('**/api/appointments?*cursor=*');
    for (let count = await cards.count(); count < MANY - 1; count = await cards.count()) {
      await more.press('Enter');
      await page.waitForFunction((before) => document.querySelectorAll('[role=tabpanel] li').length > before, count);
    }
    await more.waitFor({ state: 'detached' });
    const names = await texts(cards.getByRole('heading'));
    assert.deepEqual(
      names,
      patients.slice(1).map(({ name }) => name),
    );
  });

  it('keeps the place in a conversation of hundreds while older messages come', async () => {
    const { url } = on.server;
    const { id, token } = patients[7];
    for (let number = 1; number < MANY; number += 1) {
      await request(url, token, 'POST', `/api/messages/${doctor.id}`, {
        text: `Line ${number}`,
        clientId: `l${number}`,
      });
    }
    const page = await practice(`/messages/${id}`);
    const bubbles = page.locator('li[data-seq]');
    await bubbles
      .getByText(`Line ${MANY - 1}`, { exact: true })
      .or(bubbles.first())
      .first()
      .waitFor();
    const box = page.locator('[data-seq]').first().locator('xpath=ancestor::*[@tabindex][1]');
    for (let count = await bubbles.count(); count < MANY; count = await bubbles.count()) {
      const moved = await box.evaluate(async (element) => {
        element.scrollTop = 200;
        const bubble = [...element.querySelectorAll('[data-seq]')].find(
          (each) => each.getBoundingClientRect().top > element.getBoundingClientRect().top,
        );
        const was = bubble.getBoundingClientRect().top;
        const length = element.querySelectorAll('[data-seq]').length;
        while (element.querySelectorAll('[data-seq]').length === length) {
          await new Promise(requestAnimationFrame);
        }
        await new Promise(requestAnimationFrame);
        return bubble.getBoundingClientRect().top - was;
      });
      assert.ok(Math.abs(moved) <= 1, `the message that was read moved by ${moved} px`);
    }
    const seqs = await bubbles.evaluateAll((elements) => elements.map((element) => Number(element.dataset.seq)));
    assert.deepEqual(
      seqs,
      Array.from({ length: MANY }, (_, index) => index + 1),
    );
    await assertAccessible(page);
  });

  it('is one of hundreds that are found page by page', async () => {
    const { url } = on.server;
    await many(MANY - 1, (number) =>
      join(url, named('Doc', number), {
        role: 'doctor',
        specialization: 'Cardiology',
        experience: 1,
        qualification: 'MD',
        timeZone: 'Europe/Berlin',
      }),
    );
    const { page } = await person();
    await page.goto('/doctors?sort=name');
    const names = page.getByRole('main').getByRole('listitem').getByRole('heading');
    const more = page.getByRole('button', { name: 'Show more' });
    await names.first().waitFor();
    for (let count = await names.count(); count < MANY; count = await names.count()) {
      await more.press('Enter');
      await page.waitForFunction((before) => document.querySelectorAll('main li').length > before, count);
    }
    await more.waitFor({ state: 'detached' });
    const shown = await texts(names);
    assert.equal(new Set(shown).size, MANY);
    assert.deepEqual(
      shown,
      [...shown].sort((one, other) => one.localeCompare(other)),
    );
    await assertAccessible(page);
  });
});
