// The live connection behind proxies, and over lines that are cut.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { io } from 'socket.io-client';
import { launch, newPerson } from './browser.mjs';
import { startServer } from './jar.mjs';
import { book, emailOf, PASSWORD, send, signUpDoctor, signUpPatient } from './people.mjs';
import { startProxy } from './proxy.mjs';
import { PHONE } from './stage.mjs';

describe('the live connection', () => {
  const proxies = {};
  let server;
  let browser;

  before(async () => {
    for (const kind of ['pass', 'refuse', 'ignore']) {
      proxies[kind] = await startProxy(kind);
    }
    const origins = Object.values(proxies).map(({ url }) => url);
    server = await startServer(['--allowed-origins', origins.join(',')]);
    Object.values(proxies).forEach((proxy) => proxy.passTo(server.url));
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    Object.values(proxies).forEach((proxy) => proxy.stop());
  });

  /** A patient whose browser is behind the proxy, on the page of messages with a doctor. */
  async function conversation(proxy, letter) {
    const desk = await newPerson(browser, server.url);
    const doctor = await signUpDoctor(desk.page, `Dr. Behind ${letter}`);
    const phone = await newPerson(browser, proxy.url, { viewport: PHONE });
    const patient = await signUpPatient(phone.page, `Pat Behind ${letter}`);
    await book(phone.page, doctor.id, { mode: 'chat' });
    await phone.page.goto(`/messages/${doctor.id}`);
    await phone.page.getByText('Nothing has been written yet').waitFor();
    const log = phone.page.getByRole('log', { name: /^Messages with/ });
    return {
      page: phone.page,
      write: (text) => send(desk.page, 'POST', `/api/messages/${patient.id}`, { text }),
      shown: (text) => log.getByText(text, { exact: true }).waitFor(),
      texts: () => log.locator('li[data-seq] p').allTextContents(),
      end: async () => {
        assert.deepEqual([...desk.faults, ...phone.faults], []);
        await Promise.all([desk.context.close(), phone.context.close()]);
      },
    };
  }

  /** How often the page asks for the conversation until it shows a text that the other person has just written. */
  async function asksUntilShown({ page, write, shown }, text) {
    let asks = 0;
    const listen = (request) => {
      asks += request.method() === 'GET' && new URL(request.url()).pathname.startsWith('/api/messages/') ? 1 : 0;
    };
    page.on('request', listen);
    await write(text);
    await shown(text);
    page.off('request', listen);
    return asks;
  }

  for (const [kind, letter] of [
    ['refuse', 'A'],
    ['ignore', 'B'],
  ]) {
    it(`uses long-polling when a proxy ${kind}s WebSockets`, { timeout: 90_000 }, async () => {
      const proxy = proxies[kind];
      const patient = await conversation(proxy, letter);
      const polls = () => proxy.asked.filter((line) => line.startsWith('GET') && line.includes('transport=polling'));
      while (polls().length < 3) {
        await patient.page.waitForRequest(/transport=polling/);
      }
      await patient.page.getByText(/^Reconnecting/).waitFor({ state: 'hidden' });
      assert.ok(proxy.asked.find((line) => line.includes('/socket.io/')).startsWith('UPGRADE'), 'WebSocket is first');
      assert.equal(await asksUntilShown(patient, 'Hello through the proxy'), 0);
      await patient.end();
    });
  }

  it('stays away when newer pages replace it, over long-polling too', { timeout: 90_000 }, async () => {
    const patient = await conversation(proxies.refuse, 'D');
    await patient.write('before');
    await patient.shown('before');
    const { token } = await fetch(`${server.url}/api/auth/login?token=body`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: emailOf('Pat Behind D'), password: PASSWORD }),
    }).then((reply) => reply.json());
    const newer = Array.from({ length: 8 }, () => io(server.url, { auth: { token }, forceNew: true }));
    const replaced = patient.page.getByText(/^You opened Health Connect in too many places/);
    await replaced.waitFor();
    assert.ok(newer.every((socket) => socket.active));
    await patient.page.getByRole('button', { name: 'Update this page again' }).click();
    await replaced.waitFor({ state: 'hidden' });
    await patient.write('after');
    await patient.shown('after');
    newer.forEach((socket) => socket.disconnect());
    await patient.end();
  });

  it('asks for nothing again after a short outage', async () => {
    const proxy = proxies.pass;
    const patient = await conversation(proxy, 'C');
    await patient.write('before');
    await patient.shown('before');
    await patient.page.waitForLoadState('networkidle');
    const asked = [];
    patient.page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.method() === 'GET' && pathname.startsWith('/api/')) {
        asked.push(pathname);
      }
    });
    proxy.cut();
    await patient.page.getByText(/^Reconnecting/).waitFor();
    await patient.write('missed 1');
    await patient.write('missed 2');
    proxy.mend();
    await patient.shown('missed 2');
    await patient.page.getByText(/^Reconnecting/).waitFor({ state: 'hidden' });
    await patient.write('after');
    await patient.shown('after');
    assert.deepEqual(await patient.texts(), ['before', 'missed 1', 'missed 2', 'after']);
    // That messages came while nobody was there is news, and so is that they were read.
    assert.deepEqual(
      asked.filter((path) => path !== '/api/notices'),
      [],
    );
    await patient.end();
  });
});
