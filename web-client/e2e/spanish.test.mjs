// A patient and a doctor who speak Spanish: what they read has no English words left in it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertFlows, assertReleased, caller, talks } from './callers.mjs';
import { PASSWORD, send, signUpDoctor } from './people.mjs';
import { stage } from './stage.mjs';
import { englishOnly } from './words.mjs';

const SPANISH = { locale: 'es-ES' };

describe('in Spanish', { timeout: 300_000 }, () => {
  const on = stage();

  it('a patient signs up, books, and is in a call with the doctor, and nobody reads English', async () => {
    const english = englishOnly('es');
    assert.ok(english.size > 300, `${english.size} texts`);
    const people = [
      await caller(on.browser, on.server.url, 'desktop', SPANISH),
      await caller(on.browser, on.server.url, 'phone', SPANISH),
    ];
    const [practice, patient] = people.map(({ page }) => page);
    /** What stands on the page or is read out: each text, label, title and placeholder. */
    const assertSpanish = async (page) => {
      const read = await page.evaluate(() => {
        const texts = [document.title];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) texts.push(walker.currentNode.data);
        for (const element of document.querySelectorAll('*')) {
          for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
            if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
          }
        }
        return texts.flatMap((text) => [text, ...text.split(' · ')]).map((text) => text.trim());
      });
      assert.deepEqual(
        read.filter((text) => english.has(text)),
        [],
        page.url(),
      );
      assert.equal(await page.locator('html').getAttribute('lang'), 'es');
    };
    const button = (page, name) => page.getByRole('button', { name });

    const doctor = await signUpDoctor(practice, 'Dra. Marta Vidal');
    // The visit may be days ahead.
    await send(practice, 'PUT', '/api/doctors/me', { callsAnytime: true });
    await patient.goto('/signup');
    await button(patient, 'Crear cuenta').waitFor();
    await assertSpanish(patient);
    await button(patient, 'Crear cuenta').click();
    await patient.getByRole('alert').waitFor();
    await assertSpanish(patient);
    await patient.getByLabel('Nombre completo').fill('Ana Sol');
    await patient.locator('#signup-email').fill('ana.sol@example.org');
    await patient.locator('#signup-password').fill(PASSWORD);
    await button(patient, 'Crear cuenta').click();
    await patient.getByRole('heading', { name: 'Inicio' }).waitFor();
    await assertSpanish(patient);
    await patient.goto('/doctors');
    await patient.getByRole('link', { name: 'Dra. Marta Vidal', exact: true }).waitFor();
    await assertSpanish(patient);

    await patient.goto(`/doctors/${doctor.id}`);
    await patient.locator('main button[data-at]').nth(1).click();
    await patient.locator('main textarea').fill('Tos');
    await assertSpanish(patient);
    await patient.locator('main button[type=submit]').click();
    await patient.waitForURL('**/booked');
    await patient.getByRole('heading', { level: 1 }).waitFor();
    await assertSpanish(patient);

    const [visit] = (await send(patient, 'GET', '/api/appointments')).appointments;
    for (const path of ['/today', '/schedule', '/me', '/me/profile', '/patients', '/messages', '/calls']) {
      await practice.goto(path);
      await practice.getByRole('heading', { level: 1 }).waitFor();
      await practice.waitForLoadState('networkidle');
      await assertSpanish(practice);
    }
    await send(practice, 'POST', `/api/appointments/${visit.id}/confirm`);
    for (const path of ['/me', '/visits', '/messages', '/calls', `/visits/${visit.id}`]) {
      await patient.goto(path);
      await patient.getByRole('heading', { level: 1 }).waitFor();
      await patient.waitForLoadState('networkidle');
      await assertSpanish(patient);
    }

    await patient.goto(`/messages/${doctor.id}`);
    await practice.goto(`/messages/${visit.patient.id}`);
    await practice.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('CallHost')),
    );
    await button(patient, 'Llamar con vídeo').click();
    await button(patient, 'Probar cámara y micrófono').click();
    await patient.getByRole('meter', { name: 'Nivel del micrófono' }).waitFor();
    await assertSpanish(patient);
    await patient.getByRole('dialog').getByRole('button', { name: 'Llamar con vídeo' }).click();
    await practice.getByRole('alertdialog').waitFor();
    await assertSpanish(practice);
    await button(practice, 'Contestar con vídeo').click();
    await Promise.all([talks(practice), talks(patient)]);
    await Promise.all([assertFlows(practice), assertFlows(patient)]);
    await button(patient, 'Silenciar').click();
    await practice.getByText('Ana Sol tiene el micrófono apagado').waitFor();
    await button(practice, 'Dispositivos').click();
    await practice.getByRole('dialog', { name: 'Cámara, micrófono y altavoz' }).waitFor();
    await Promise.all([assertSpanish(practice), assertSpanish(patient)]);
    await practice.keyboard.press('Escape');
    await button(practice, 'Colgar').click();
    await practice.getByText('Ha colgado.').waitFor();
    await patient.getByText('Dra. Marta Vidal ha colgado.').waitFor();
    await Promise.all([assertSpanish(practice), assertSpanish(patient)]);
    await Promise.all([assertReleased(practice), assertReleased(patient)]);
    for (const { context, faults } of people) {
      assert.deepEqual(faults, []);
      await context.close();
    }
  });
});
