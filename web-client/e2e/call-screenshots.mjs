// Writes a picture of each moment of a call and of a visit, at a laptop and at a phone, in both themes, and in Spanish; part of
// `npm run screenshots`, with the same options.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from './browser.mjs';
import { assertFlows, newPair, online, shareCanvas, talks } from './callers.mjs';
import { startServer } from './jar.mjs';
import { GOOD, lineOf, WEAK } from './line.mjs';
import { freeTimes, send, walkIn } from './people.mjs';
import { sayIn } from './words.mjs';

const FOLDER = new URL('../screenshots/', import.meta.url).pathname;
const THEMES = { en: ['light', 'dark'], es: ['light'] };

const {
  values: { language: onlyLanguage },
} = parseArgs({ options: { language: { type: 'string' } }, allowPositionals: true });

/** What the pictures of a language are taken with. */
function camera({ laptop, phone }, language) {
  const say = sayIn(language);
  const both = [laptop, phone];
  const picture = async (name, sizes = { laptop, phone }) => {
    for (const [size, page] of Object.entries(sizes)) {
      for (const colorScheme of THEMES[language]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        const suffix = language === 'en' ? '' : `-${language}`;
        await page.screenshot({ path: `${FOLDER}call-${name}-${size}-${colorScheme}${suffix}.png` });
      }
    }
  };
  const press = (page, text) =>
    page
      .getByRole('button', { name: say(text) })
      .first()
      .click();
  /** The end of a text that begins with somebody's name. */
  const after = (text) => (page) => page.getByText(say(text).replace('{name}', '').trim()).first();
  const call = (page) =>
    page
      .getByRole('button', { name: say('Call {name}', { name: '' }).trim() })
      .first()
      .click();
  const all = (work) => Promise.all(both.map(work));
  return { laptop, phone, say, picture, press, after, call, all };
}

/** From the list of calls to the end of a call, and one that comes in. */
async function ofCalls(pair, line, { laptop, phone, say, picture, press, after, call, all }) {
  await picture('log');
  await all(call);
  await picture('before');
  await all((page) => press(page, 'Check camera and microphone'));
  await all((page) => page.getByRole('meter').waitFor());
  await picture('check');
  await press(laptop, 'Close');
  await press(phone, 'Call with video');
  await laptop.getByRole('alertdialog').waitFor();
  await picture('ringing');
  await press(laptop, 'Answer with video');
  await all(talks);
  await all((page) => assertFlows(page));
  await picture('talking');
  await line(WEAK);
  const paused = (page) => page.getByText(say('Weak connection: your video is paused so that the sound keeps going.'));
  await all((page) => paused(page).waitFor({ timeout: 60_000 }));
  await picture('weak');
  await line(GOOD);
  await all((page) => paused(page).waitFor({ state: 'detached', timeout: 60_000 }));
  await laptop.evaluate(shareCanvas);
  await press(laptop, 'Share screen');
  await after('{name} is sharing their screen')(phone).waitFor();
  await picture('screen');
  await press(laptop, 'Stop sharing');
  await press(phone, 'Mute');
  await press(phone, 'Camera off');
  await after('{name} has turned the camera off')(laptop).waitFor();
  await picture('muted');
  await press(laptop, 'Devices');
  await press(phone, 'Minimize');
  await picture('devices');
  await press(laptop, 'Close');
  await press(laptop, 'Minimize');
  await send(laptop, 'POST', `/api/messages/${pair.patient.user.id}`, {
    clientId: `small-${performance.now()}`,
    text: 'I send you the plan here.',
  });
  await all(async (page) => {
    await page.locator('nav a[href="/messages"]').click();
    await page.getByRole('link', { name: /I send you the plan/ }).click();
    await page.locator('main textarea').waitFor();
  });
  await picture('small');
  await press(laptop, 'Return to the call');
  await phone.reload();
  await laptop.getByText(say('The connection was lost. We are trying to get it back.')).waitFor({ timeout: 60_000 });
  await picture('reconnecting');
  await press(phone, 'Rejoin with video');
  await talks(phone);
  await press(phone, 'Hang up');
  await after('{name} hung up.')(laptop).waitFor();
  await picture('ended');
  await all((page) => press(page, 'Close'));
  await laptop.goto('/calls');
  await call(laptop);
  await press(laptop, 'Call with video');
  await phone.getByRole('alertdialog').waitFor();
  await picture('incoming');
  await press(phone, 'Decline');
  await press(laptop, 'Close');
}

/** A visit, from the waiting room to its end. */
async function ofVisit({ doctor, patient }, { laptop, phone, say, picture, press, all }) {
  const { id } = await walkIn(laptop, doctor.user, patient.user.id, 'Palpitations');
  await phone.goto(`/visits/${id}/waiting`);
  await phone.getByText(say('{name} knows that you are here.', doctor.user)).waitFor();
  await laptop.goto('/today');
  const admit = laptop.getByRole('button', { name: say('Admit {name}', patient.user) });
  await admit.waitFor();
  await picture('waiting');
  await press(phone, 'Check camera and microphone');
  await phone.getByRole('meter').waitFor();
  await picture('waiting-checked', { phone });
  await admit.click();
  await laptop.waitForURL(`**/visits/${id}/workspace`);
  await all(talks);
  await all((page) => assertFlows(page));
  await laptop.getByRole('textbox', { name: say("Doctor's notes") }).fill('Palpitations since Monday. Pulse 88.');
  await laptop.getByText(new RegExp(say('Saved {time}', { time: '\\d' }))).waitFor();
  await picture('workspace');
  // The same at the width of a phone.
  await laptop.setViewportSize(phone.viewportSize());
  await picture('workspace', { 'doctor-phone': laptop });
  await laptop.setViewportSize({ width: 1280, height: 800 });
  for (const tab of ['Record', 'Chat']) {
    await laptop.getByRole('tab', { name: say(tab) }).click();
    await picture(`workspace-${tab.toLowerCase()}`, { laptop });
  }
  await laptop.getByRole('tab', { name: say('Notes') }).click();
  await press(laptop, 'Hang up');
  await laptop.getByRole('heading', { name: say('Finish the visit') }).waitFor();
  await picture('finish');
  await laptop.setViewportSize(phone.viewportSize());
  await picture('finish', { 'doctor-phone': laptop });
  await laptop.setViewportSize({ width: 1280, height: 800 });
  await press(laptop, 'Complete the visit');
  await laptop.getByRole('dialog').waitFor();
  await picture('complete', { laptop });
  await laptop
    .getByRole('dialog')
    .getByRole('button', { name: say('Complete the visit') })
    .click();
  await laptop.getByRole('heading', { name: say('The visit is completed') }).waitFor();
  await picture('completed', { laptop });
  await press(phone, 'Close');
}

mkdirSync(FOLDER, { recursive: true });
const server = await startServer();
const browser = await launch();
try {
  const pair = await newPair(browser, server.url);
  const pages = { laptop: pair.doctor.page, phone: pair.patient.page };
  const line = await lineOf(pages.phone);
  // It may begin at any moment, and the two meet without it first.
  const { date, startTime } = (await freeTimes(pages.laptop, pair.doctor.user.id))[40];
  await send(pages.laptop, 'POST', `/api/appointments/${pair.visit.id}/reschedule`, { date, startTime });
  for (const language of Object.keys(THEMES).filter((each) => each === (onlyLanguage ?? each))) {
    const at = camera(pages, language);
    await at.all(async (page) => {
      await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
      await page.goto('/calls');
      await page
        .getByRole('button', { name: at.say('Call {name}', { name: '' }).trim() })
        .first()
        .waitFor();
      await online(page);
    });
    await ofCalls(pair, line, at);
    await ofVisit(pair, at);
  }
} finally {
  await browser.close();
  await server.stop();
}
