import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { newPerson } from './browser.mjs';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';
import { drawn } from './pictures.mjs';
import { PHONE, stage, watched } from './stage.mjs';

/** Two people in their chat, the patient with a picture that is not sent yet. */
async function aboutToSend(office, doctorName, phone, patientName) {
  const doctor = await signUpDoctor(office, doctorName);
  const patient = await signUpPatient(phone, patientName);
  await book(phone, doctor.id, { mode: 'chat' });
  await office.goto(`/messages/${patient.id}`);
  await phone.goto(`/messages/${doctor.id}`);
  await phone.getByPlaceholder('Write a message').waitFor();
  await phone
    .locator('input[type=file]')
    .first()
    .setInputFiles(await drawn(phone));
  await phone.getByAltText('The photo that you are about to send').waitFor();
  return patient;
}

describe('pictures', () => {
  const on = stage();

  const person = () => newPerson(on.browser, on.server.url, { viewport: PHONE });
  const statusOf = async (page, path) => (await page.request.get(path)).status();

  it('in a chat reach the other screen, and nobody else', async () => {
    const [one, two, three] = [await person(), await person(), await person()];
    const patient = await aboutToSend(one.page, 'Dr. Ida Image', two.page, 'Pia Photo');
    await signUpPatient(three.page, 'Theo Third');
    await two.page.getByRole('button', { name: 'Send' }).click();

    const shown = one.page.getByAltText(/^Photo from Pia Photo/);
    await shown.waitFor();
    await one.page.waitForFunction(
      (image) => image.complete && image.naturalWidth === 600,
      await shown.elementHandle(),
    );
    await assertAccessible(one.page);
    const { messages } = await send(one.page, 'GET', `/api/messages/${patient.id}`);
    const { url } = messages.at(-1).image;
    assert.match(url, /^\/api\/media\/[a-z0-9]+$/);
    assert.equal(await statusOf(one.page, url), 200);
    assert.equal(await statusOf(two.page, url), 200);
    assert.equal(await statusOf(three.page, url), 404);
    await send(two.page, 'POST', '/api/auth/logout');
    assert.equal(await statusOf(two.page, url), 401);
    assert.deepEqual([...one.faults, ...three.faults], []);
    await Promise.all([one, two, three].map(({ context }) => context.close()));
  });

  it('of a person are shown to everybody, until they are taken away', async () => {
    const { page, context, faults } = await person();
    const doctor = await signUpDoctor(page, 'Dr. Fay Face');
    await page.goto('/me/profile');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await drawn(page));
    await page.getByRole('button', { name: 'Remove the picture' }).first().waitFor();
    const avatar = async () => (await send(page, 'GET', `/api/doctors/${doctor.id}`)).doctor.avatar;
    const stranger = await person();
    const path = await avatar();
    assert.equal(await statusOf(stranger.page, path), 200);
    await page.getByRole('button', { name: 'Remove the picture' }).first().click();
    await page.getByRole('button', { name: 'Add a picture' }).waitFor();
    assert.equal(await avatar(), null);
    assert.equal(await statusOf(page, path), 404);
    // Without a session an image that is gone is like one that is not theirs.
    assert.equal(await statusOf(stranger.page, path), 401);
    assert.deepEqual(faults, []);
    await Promise.all([context.close(), stranger.context.close()]);
  });
});

const elsewhere = process.env.CLOUDINARY_STAND_IN;

describe('pictures at Cloudinary', { skip: elsewhere === undefined && 'CLOUDINARY_STAND_IN names none' }, () => {
  const on = stage(elsewhere === undefined ? [] : ['--cloudinary-url', elsewhere]);
  const person = watched(on);

  it('are shown from there, as the policy of the page allows', async () => {
    const [one, two] = [await person(), await person()];
    await aboutToSend(one.page, 'Dr. Clara Cloud', two.page, 'Sam Sky');
    const there = new URL(elsewhere).searchParams.get('upload_prefix');
    const [answer] = await Promise.all([
      one.page.waitForResponse((response) => response.url().startsWith(`${there}/`)),
      two.page.getByRole('button', { name: 'Send' }).click(),
    ]);
    assert.equal(answer.status(), 200);
    assert.match(answer.request().redirectedFrom().url(), /\/api\/media\/[a-z0-9]+$/);
    const shown = await one.page.getByAltText(/^Photo from Sam Sky/).elementHandle();
    await one.page.waitForFunction((image) => image.complete && image.naturalWidth === 600, shown);
  });
});
