import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';
import { drawn, REFUSED } from './pictures.mjs';
import { hasFocus, stage, watched } from './stage.mjs';

const UNAVAILABLE = {
  status: 503,
  contentType: 'application/problem+json',
  headers: { 'Retry-After': '10' },
  body: JSON.stringify({
    type: 'about:blank',
    title: 'Images are unavailable',
    status: 503,
    code: 'images_unavailable',
    requestId: 'r',
  }),
};

describe('a picture on its way into a chat', () => {
  const on = stage();
  const person = watched(on);

  let pairs = 0;
  /** A patient on a phone, in the chat with a doctor who reads along over the API. */
  async function chat(options = {}) {
    pairs += 1;
    const one = await person();
    const two = await person({ hasTouch: true, isMobile: true, ...options });
    const doctor = await signUpDoctor(one.page, `Dr. Paul Picture ${String.fromCharCode(96 + pairs)}`);
    const patient = await signUpPatient(two.page, `Ida Image ${String.fromCharCode(96 + pairs)}`);
    await book(two.page, doctor.id, { mode: 'chat' });
    await two.page.goto(`/messages/${doctor.id}`);
    await field(two.page).waitFor();
    const stored = async () => (await send(one.page, 'GET', `/api/messages/${patient.id}`)).messages;
    return { page: two.page, context: two.context, stored, doctor };
  }

  const field = (page) => page.getByPlaceholder('Write a message');
  const preview = (page) => page.getByAltText('The photo that you are about to send');
  const sent = (page) => page.getByAltText(/^Photo from you/);
  const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
  const pick = (page, file) => page.locator('input[type=file]').first().setInputFiles(file);

  /** Sends a picture, and waits until it is there. */
  async function sendOne(page) {
    await pick(page, await drawn(page));
    await preview(page).waitFor();
    await press(page, 'Send');
    await sent(page).waitFor();
  }

  /** A file that a page can paste or drop. */
  const carried = async (page) =>
    page.evaluateHandle(
      (text) => {
        const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], 'a.png', { type: 'image/png' }));
        return data;
      },
      (await drawn(page)).buffer.toString('base64'),
    );

  /** Only once that many messages are stored, and no more. */
  async function assertStored(stored, count) {
    const messages = await stored();
    assert.equal(messages.length, count);
    return messages.at(-1);
  }

  it('is pasted from the clipboard', async () => {
    const { page, context, stored } = await chat();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(
      async (text) => {
        const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
      },
      (await drawn(page)).buffer.toString('base64'),
    );
    await field(page).focus();
    await page.keyboard.press('Control+V');
    await preview(page).waitFor();
    await press(page, 'Send');
    await sent(page).waitFor();
    const { image, text } = await assertStored(stored, 1);
    assert.deepEqual([image.width, image.height, text], [600, 300, null]);
  });

  it('is dropped onto the conversation, and goes out with words', async () => {
    const { page, stored } = await chat();
    const area = page.getByRole('region', { name: /^Chat with/ });
    const dataTransfer = await carried(page);
    await area.dispatchEvent('dragover', { dataTransfer });
    await area.dispatchEvent('drop', { dataTransfer });
    await preview(page).waitFor();
    await assertAccessible(page);
    await field(page).fill('My rash');
    await press(page, 'Send');
    await sent(page).waitFor();
    const { image, text } = await assertStored(stored, 1);
    assert.deepEqual([image.width, text], [600, 'My rash']);
  });

  it('is taken with the camera of a phone', async () => {
    const { page, stored } = await chat();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Take a photo')]);
    assert.equal(await chooser.element().getAttribute('capture'), 'environment');
    await chooser.setFiles(await drawn(page, { width: 300, height: 600, type: 'image/jpeg', name: 'camera.jpg' }));
    await preview(page).waitFor();
    await press(page, 'Send');
    await sent(page).waitFor();
    const { image } = await assertStored(stored, 1);
    assert.deepEqual([image.width, image.height], [300, 600]);
  });

  it('is made smaller before it leaves', async () => {
    const { page, stored } = await chat();
    await page.evaluate(() => {
      const plain = XMLHttpRequest.prototype.send;
      XMLHttpRequest.prototype.send = function (form) {
        void createImageBitmap(form.get('image')).then(
          ({ width, height }) => (window.left = [width, height, form.get('image').type]),
        );
        plain.call(this, form);
      };
    });
    await pick(page, await drawn(page, { width: 6000, height: 3000 }));
    await preview(page).waitFor();
    await press(page, 'Send');
    await sent(page).waitFor();
    assert.deepEqual(await page.evaluate(() => window.left), [2048, 1024, 'image/jpeg']);
    assert.equal((await assertStored(stored, 1)).image.width, 2048);
  });

  it('shows how far it is on a slow line, and can be called off', async () => {
    const { page, context, stored } = await chat();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 40_000,
    });
    await pick(
      page,
      await drawn(page, { width: 1600, height: 1200, noise: true, type: 'image/jpeg', name: 'noise.jpg' }),
    );
    await preview(page).waitFor();
    await field(page).fill('My rash');
    await press(page, 'Send');
    const progress = page.getByRole('progressbar', { name: 'Upload' });
    await progress.waitFor();
    await page.waitForFunction((bar) => bar.value > 0 && bar.value < 1, await progress.elementHandle());
    await assertAccessible(page);
    // Words do not wait for it.
    await field(page).fill('It takes a while');
    await press(page, 'Send');
    await page.locator('li[data-seq]').getByText('It takes a while').waitFor();
    await field(page).fill('And more');
    // The line stays slow: what is left of an upload could slip out before it is called off.
    await press(page, 'Cancel');
    await progress.waitFor({ state: 'detached' });
    // What was called off can be changed, and sent after all.
    await preview(page).waitFor();
    assert.equal(await field(page).inputValue(), 'My rash\nAnd more');
    await hasFocus(field(page));
    await page.reload();
    await page.locator('li[data-seq]').getByText('It takes a while').waitFor();
    assert.equal(await sent(page).count(), 0);
    assert.equal((await assertStored(stored, 1)).image, null);
  });

  it('is kept when it cannot go, and goes once when it is tried again', async () => {
    const { page, stored } = await chat();
    const away = (route) => (route.request().method() === 'POST' ? route.fulfill(UNAVAILABLE) : route.continue());
    await page.route('**/api/messages/*', away);
    await pick(page, await drawn(page));
    await field(page).fill('Look at this');
    await press(page, 'Send');
    await page.getByRole('alert').filter({ hasText: 'Not sent.' }).waitFor();
    await assertAccessible(page);
    await assertStored(stored, 0);
    await page.unroute('**/api/messages/*', away);
    await press(page, 'Retry');
    await sent(page).waitFor();
    const { image, text } = await assertStored(stored, 1);
    assert.deepEqual([image.width, text], [600, 'Look at this']);
    await page.getByRole('button', { name: 'Retry' }).waitFor({ state: 'detached' });
  });

  it('is given back with its words when it can never go', async () => {
    const { page, stored } = await chat();
    const refuse = (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            ...UNAVAILABLE,
            status: 422,
            body: JSON.stringify({
              type: 'about:blank',
              title: 'Damaged',
              status: 422,
              code: 'damaged_image',
              requestId: 'r',
            }),
          })
        : route.continue();
    await page.route('**/api/messages/*', refuse);
    await pick(page, await drawn(page));
    await preview(page).waitFor();
    await field(page).fill('Look at this');
    await press(page, 'Send');
    await page.getByRole('alert').filter({ hasText: 'Not sent.' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Retry' }).count(), 0);
    await assertAccessible(page);
    await page.unroute('**/api/messages/*', refuse);
    await press(page, 'Change');
    await preview(page).waitFor();
    assert.equal(await field(page).inputValue(), 'Look at this');
    await hasFocus(field(page));
    await press(page, 'Remove the file');
    await press(page, 'Send');
    await page.locator('li[data-seq]').getByText('Look at this').waitFor();
    assert.equal((await assertStored(stored, 1)).image, null);
  });

  it('goes out by itself when the line is back', async () => {
    const { page, context, stored } = await chat();
    await pick(page, await drawn(page));
    await preview(page).waitFor();
    await context.setOffline(true);
    await press(page, 'Send');
    await page.getByText(/Will be sent when possible|Sending/).waitFor();
    await context.setOffline(false);
    await sent(page).waitFor();
    await assertStored(stored, 1);
  });

  it('is refused in clear words when it is none that can be sent', async () => {
    const { page, stored } = await chat();
    for (const [file, words, inChat = words] of REFUSED) {
      await pick(page, file);
      await page.getByText(inChat).waitFor();
      assert.equal(await preview(page).count(), 0);
    }
    await assertAccessible(page);
    const folder = mkdtempSync(join(tmpdir(), 'health-connect-'));
    try {
      const huge = join(folder, 'huge.jpg');
      writeFileSync(huge, '');
      truncateSync(huge, 61 * 1024 * 1024);
      await pick(page, huge);
      await page.getByText('This file is too large.').waitFor();
    } finally {
      rmSync(folder, { recursive: true });
    }
    await press(page, 'Remove the file');
    await page.getByText('This file is too large.').waitFor({ state: 'detached' });
    // A good one after the bad ones.
    await pick(page, await drawn(page));
    await preview(page).waitFor();
    await press(page, 'Remove the file');
    await preview(page).waitFor({ state: 'detached' });
    await assertStored(stored, 0);
  });

  it('may be a PDF, which both save under its name', async () => {
    const { page, stored, doctor } = await chat();
    const buffer = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
    await pick(page, { name: 'Blood test – März.pdf', mimeType: 'application/pdf', buffer });
    await page.getByText('PDF, 35 byte').waitFor();
    // Nothing is pushed off a phone.
    const right = await page.getByRole('button', { name: 'Send' }).evaluate((one) => one.getBoundingClientRect().right);
    assert.ok(right <= 390 - 8, `${right}`);
    await press(page, 'Send');
    const link = page.getByRole('link', { name: /Blood test – März\.pdf/ });
    await link.waitFor();
    await assertAccessible(page);
    const { document, image, text } = await assertStored(stored, 1);
    assert.deepEqual([document.name, document.bytes, image, text], ['Blood test – März.pdf', 35, null, null]);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    assert.equal(download.suggestedFilename(), 'Blood test – März.pdf');
    assert.deepEqual(readFileSync(await download.path()), buffer);
    // The list of conversations names it, and a search finds it.
    await press(page, 'Search this conversation');
    await page.getByRole('searchbox').fill('blood');
    await page.getByText('1 of 1').waitFor();
    await page.goto('/messages');
    await page.getByRole('link', { name: new RegExp(`${doctor.name}.*Blood test – März\\.pdf`) }).waitFor();
  });

  it('is looked at in full size, by keyboard alone', async () => {
    const { page } = await chat({ isMobile: false, hasTouch: false });
    await pick(page, await drawn(page, { width: 1500, height: 1000 }));
    await preview(page).waitFor();
    await press(page, 'Send');
    const small = page.getByRole('button', { name: /^Photo from you/ });
    await small.focus();
    await page.keyboard.press('Enter');
    const full = page.getByRole('dialog', { name: /^Photo from you/ });
    await full.waitFor();
    await assertAccessible(page);
    const inside = () => full.evaluate((dialog) => dialog.contains(document.activeElement));
    assert.ok(await inside());
    await full.getByRole('button', { name: 'Full size' }).focus();
    await page.keyboard.press('Enter');
    await full.getByRole('button', { name: 'Fit to screen', pressed: true }).waitFor();
    const wide = await full.getByRole('img').evaluate((image) => image.getBoundingClientRect().width);
    assert.equal(wide, 1500);
    await assertAccessible(page);
    for (let tabs = 0; tabs < 6; tabs += 1) {
      await page.keyboard.press('Tab');
      assert.ok(await inside(), `after ${tabs + 1} tabs the focus is behind the picture`);
    }
    await page.keyboard.press('Escape');
    await full.waitFor({ state: 'detached' });
    await hasFocus(small);
  });

  it('says whether it is gone for good or only did not come', async () => {
    const { page, doctor } = await chat();
    await sendOne(page);
    await page.route('**/api/media/*', (route) => route.abort());
    await page.goto(`/messages/${doctor.id}`);
    await page.getByText('The photo could not be loaded.').waitFor();
    await page.unroute('**/api/media/*');
    await press(page, 'Retry');
    await sent(page).waitFor();
    await page.route('**/api/media/*', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`/messages/${doctor.id}`);
    await page.getByText('This photo is not available any more.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Retry' }).count(), 0);
    await assertAccessible(page);
  });

  it('says in full size too that it did not come', async () => {
    const { page, doctor } = await chat();
    await sendOne(page);
    await page.goto(`/messages/${doctor.id}`);
    await sent(page).waitFor();
    // As where the address of a picture has run out since: the large one does not come from what the page has.
    await page.evaluate(() => {
      const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
      Object.defineProperty(HTMLImageElement.prototype, 'src', {
        ...source,
        set(url) {
          source.set.call(this, `${url}?anew`);
        },
      });
      const attribute = HTMLImageElement.prototype.setAttribute;
      HTMLImageElement.prototype.setAttribute = function (name, value) {
        attribute.call(this, name, name === 'src' ? `${value}?anew` : value);
      };
    });
    await page.route('**/api/media/*?anew', (route) => route.abort());
    await page.getByRole('button', { name: /^Photo from you/ }).click();
    const full = page.getByRole('dialog', { name: /^Photo from you/ });
    await full.getByText('The photo could not be loaded.').waitFor();
    await assertAccessible(page);
    await page.unroute('**/api/media/*?anew');
    await full.getByRole('button', { name: 'Retry' }).click();
    await full.getByRole('img').waitFor();
  });
});

describe('the picture of a person', () => {
  const on = stage();
  const person = watched(on);

  it('is changed, and what is none is refused in clear words', async () => {
    const { page } = await person();
    const doctor = await signUpDoctor(page, 'Dr. Fred Frame');
    await page.goto('/me/profile');
    const picker = page.locator('input[type=file]').first();
    const avatar = async () => (await send(page, 'GET', `/api/doctors/${doctor.id}`)).doctor.avatar;
    for (const [file, words] of REFUSED) {
      await picker.setInputFiles(file);
      await page.getByRole('alert').getByText(words).waitFor();
    }
    await assertAccessible(page);
    assert.equal(await avatar(), null);
    assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
    const away = (route) => route.fulfill(UNAVAILABLE);
    await page.route('**/api/me/avatar', away);
    await picker.setInputFiles(await drawn(page));
    await page.getByRole('alert').getByText('Pictures cannot be sent right now.').waitFor();
    await assertAccessible(page);
    await page.unroute('**/api/me/avatar', away);
    assert.equal(await avatar(), null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Your picture is saved.').first().waitFor();
    const first = await avatar();
    await picker.setInputFiles(await drawn(page, { width: 3000, height: 4000, type: 'image/jpeg', name: 'b.jpg' }));
    await page.waitForFunction((before) => ![...document.images].some((image) => image.src.endsWith(before)), first);
    const second = await avatar();
    assert.notEqual(second, first);
    assert.equal((await page.request.get(first)).status(), 404);
    const size = await page.evaluate(async (url) => {
      const { width, height } = await createImageBitmap(await (await fetch(url)).blob());
      return [width, height];
    }, second);
    assert.deepEqual(size, [512, 512]);
  });

  it('can be called off on its way', async () => {
    const { page, context } = await person();
    const doctor = await signUpDoctor(page, 'Dr. Carla Cancel');
    await page.goto('/me/profile');
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 10_000,
    });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(
        await drawn(page, { width: 1000, height: 1000, noise: true, type: 'image/jpeg', name: 'noise.jpg' }),
      );
    const progress = page.getByRole('progressbar', { name: 'Upload' });
    await progress.waitFor();
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached' });
    await hasFocus(page.getByRole('button', { name: 'Add a picture' }));
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    assert.equal(await page.getByRole('alert').filter({ visible: true }).count(), 0);
    assert.equal((await send(page, 'GET', `/api/doctors/${doctor.id}`)).doctor.avatar, null);
  });
});
