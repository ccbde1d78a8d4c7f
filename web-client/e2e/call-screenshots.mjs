// Writes a picture of each moment of a call, at a laptop and at a phone, in both themes; part of `npm run screenshots`.
import { mkdirSync } from 'node:fs';
import { launch } from './browser.mjs';
import { answer, assertFlows, newPair, shareCanvas, startCall, talks } from './callers.mjs';
import { startServer } from './jar.mjs';
import { GOOD, lineOf, WEAK } from './line.mjs';
import { send } from './people.mjs';

const FOLDER = new URL('../screenshots/', import.meta.url).pathname;

mkdirSync(FOLDER, { recursive: true });
const server = await startServer();
const browser = await launch();
try {
  const pair = await newPair(browser, server.url);
  const pages = { laptop: pair.doctor.page, phone: pair.patient.page };
  const { laptop, phone } = pages;
  const picture = async (name) => {
    for (const [size, page] of Object.entries(pages)) {
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        await page.screenshot({ path: `${FOLDER}call-${name}-${size}-${colorScheme}.png` });
      }
    }
  };
  const press = (page, name) => page.getByRole('button', { name }).first().click();

  const line = await lineOf(phone);
  await picture('log');
  await Promise.all([press(laptop, /^Call /), press(phone, /^Call /)]);
  await picture('before');
  await Promise.all([press(laptop, 'Check camera'), press(phone, 'Check camera')]);
  await Promise.all([laptop.getByRole('meter').waitFor(), phone.getByRole('meter').waitFor()]);
  await picture('check');
  await press(laptop, 'Close');
  await press(phone, 'Call with video');
  await laptop.getByRole('alertdialog').waitFor();
  await picture('ringing');
  await answer(laptop);
  await Promise.all([talks(laptop), talks(phone), assertFlows(laptop), assertFlows(phone)]);
  await picture('talking');
  await line(WEAK);
  await Promise.all([laptop, phone].map((page) => page.getByText('your video is paused').waitFor({ timeout: 60_000 })));
  await picture('weak');
  await line(GOOD);
  await Promise.all(
    [laptop, phone].map((page) => page.getByText('video is paused').waitFor({ state: 'detached', timeout: 60_000 })),
  );
  await laptop.evaluate(shareCanvas);
  await press(laptop, 'Share screen');
  await phone.getByText(/is sharing their screen/).waitFor();
  await picture('screen');
  await press(laptop, 'Stop sharing');
  await press(phone, 'Mute');
  await press(phone, 'Camera off');
  await laptop.getByText(/has turned the camera off/).waitFor();
  await picture('muted');
  await press(laptop, 'Devices');
  await press(phone, 'Minimize');
  await picture('devices');
  await press(laptop, 'Close');
  await press(laptop, 'Minimize');
  await send(laptop, 'POST', `/api/messages/${pair.patient.user.id}`, {
    clientId: 'small',
    text: 'I send you the plan here.',
  });
  for (const page of [laptop, phone]) {
    await page.getByRole('link', { name: /^Messages/ }).click();
    await page.getByRole('link', { name: /I send you the plan/ }).click();
    await page.getByPlaceholder('Write a message').waitFor();
  }
  await picture('small');
  await press(laptop, 'Return to the call');
  await phone.reload();
  await laptop.getByText('We are trying to get it back.').waitFor({ timeout: 60_000 });
  await picture('reconnecting');
  await press(phone, 'Rejoin with video');
  await talks(phone);
  await press(phone, 'Hang up');
  await laptop.getByText(/hung up/).waitFor();
  await picture('ended');
  await Promise.all([press(laptop, 'Close'), press(phone, 'Close')]);
  await laptop.goto('/calls');
  await startCall(laptop);
  await phone.getByRole('alertdialog').waitFor();
  await picture('incoming');
} finally {
  await browser.close();
  await server.stop();
}
