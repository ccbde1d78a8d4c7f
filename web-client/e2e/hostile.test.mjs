// A page of somebody else, opened beside a logged-in one. Ports do not count for cookies, so it acts with the person's session. B-09. B-05 and B-06.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { send, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

const PAYLOAD = JSON.stringify({ name: 'Taken Over' });

describe('a hostile page on another port', () => {
  const on = stage();
  const person = watched(on);
  let hostile;
  let address;

  before(async () => {
    hostile = createServer((_, reply) =>
      reply.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Win a prize</title>'),
    );
    await new Promise((ready) => hostile.listen(0, '127.0.0.1', ready));
    address = `http://127.0.0.1:${hostile.address().port}`;
  });
  after(() => hostile.close());

  /** A victim with a session, and the hostile page in another tab of the same browser. */
  async function victim(name) {
    const { context, page, faults } = await person();
    await signUpPatient(page, name);
    await page.goto('/me');
    await page.getByRole('heading', { name: 'Account', exact: true }).waitFor();
    const evil = await context.newPage();
    await evil.goto(address);
    // What the browser says of refusals on the hostile page is no fault of ours.
    return { page, evil, context, forget: () => faults.splice(0) };
  }

  it('gets no socket', async () => {
    const { page, evil, forget } = await victim('Sally Socket');
    const opens = (tab) =>
      tab.evaluate(
        (url) =>
          new Promise((tell) => {
            const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
            socket.onopen = () => tell(true);
            socket.onerror = () => tell(false);
          }),
        on.server.url,
      );
    const polls = (tab) =>
      tab.evaluate(
        (url) =>
          fetch(`${url}/socket.io/?EIO=4&transport=polling`, { credentials: 'include' }).then(
            (reply) => reply.ok,
            () => false,
          ),
        on.server.url,
      );
    assert.equal(await opens(page), true, 'the own page gets one');
    assert.equal(await opens(evil), false);
    assert.equal(await polls(evil), false);
    forget();
  });

  it('changes nothing and reads nothing', async () => {
    const { page, evil, forget } = await victim('Fay Forged');
    const before = await send(page, 'GET', '/api/auth/me');
    const forms = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'];
    const reads = await evil.evaluate(
      async ({ url, payload, forms }) => {
        const read = [];
        const attack = async (method, path, options) => {
          try {
            const reply = await fetch(url + path, { method, credentials: 'include', ...options });
            if (reply.type !== 'opaque') read.push(`${method} ${path} ${reply.status}`);
          } catch {
            // refused by the browser, because the server allows no other origin
          }
        };
        await attack('GET', '/api/auth/me', {});
        for (const path of ['/api/auth/logout', '/api/patients/me', '/api/auth/me']) {
          for (const type of forms) {
            await attack('POST', path, { mode: 'no-cors', headers: { 'Content-Type': type }, body: payload });
          }
          for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
            await attack(method, path, { headers: { 'Content-Type': 'application/json' }, body: payload });
          }
          await attack('GET', `${path}?_method=DELETE`, { mode: 'no-cors' });
          await attack('POST', path, {
            mode: 'no-cors',
            body: new URLSearchParams({ _method: 'PUT', name: 'Taken Over' }),
          });
        }
        return read;
      },
      { url: on.server.url, payload: PAYLOAD, forms },
    );
    for (const enctype of forms) {
      await evil.goto(address);
      await evil.evaluate(
        ({ action, enctype }) => {
          const form = Object.assign(document.createElement('form'), { method: 'post', action, enctype });
          document.body.append(form);
          form.submit();
        },
        { action: `${on.server.url}/api/auth/logout`, enctype },
      );
      await evil.waitForURL(`${on.server.url}/**`);
    }
    assert.deepEqual(reads, []);
    assert.deepEqual(await send(page, 'GET', '/api/auth/me'), before);
    forget();
  });

  it('shows nothing of ours in a frame, and holds no window of ours', async () => {
    const { page, evil, context, forget } = await victim('Fred Framed');
    const framed = evil.waitForEvent('framenavigated', (frame) => frame !== evil.mainFrame());
    await evil.evaluate((url) => {
      const frame = Object.assign(document.createElement('iframe'), { src: `${url}/me` });
      document.body.append(frame);
    }, on.server.url);
    assert.match((await framed).url(), /^chrome-error:/);

    const opened = context.waitForEvent('page');
    await evil.evaluate((url) => {
      window.theirs = window.open(`${url}/me`);
    }, on.server.url);
    const popup = await opened;
    await popup.getByRole('heading', { name: 'Account', exact: true }).waitFor();
    assert.equal(await popup.evaluate(() => window.opener), null);
    assert.equal(await evil.evaluate(() => window.theirs.closed), true, 'the browser has parted the two');
    await page.reload();
    await page.getByText('fred.framed@example.org').first().waitFor();
    forget();
  });
});
