import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { io } from 'socket.io-client';
import { assertAccessible } from './axe.mjs';
import { book, signUpDoctor, signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

const CALLS = 45;

describe('a long list of calls', () => {
  const on = stage(['--limit-calls-per-minute', '600', '--limit-calls-per-callee-per-minute', '600']);
  const person = watched(on);

  it('is read to its end by keyboard, in order and without repeats, also after a page that did not come', async () => {
    const { page: practice, context } = await person();
    const doctor = await signUpDoctor(practice, 'Dr. Long');
    const { page } = await person();
    const patient = await signUpPatient(page, 'Lara Log');
    const visit = await book(page, doctor.id);
    const expected = await callMany(on.server.url, context, patient.id, visit.id);

    // A page that is asked for anew replaces what it was before.
    const pages = new Map();
    page.on('response', async (reply) => {
      if (reply.ok() && new URL(reply.url()).pathname === '/api/calls') {
        pages.set(
          reply.url(),
          (await reply.json()).calls.map(({ id }) => id),
        );
      }
    });
    await page.goto('/calls');
    const entries = page.getByRole('main').getByRole('listitem');
    await entries.first().waitFor();
    // The list is asked for anew once the page is connected.
    await page.waitForLoadState('networkidle');
    const first = await entries.count();
    assert.ok(first < CALLS);

    await page.route('**/api/calls?cursor=*', (route) =>
      route.fulfill({ status: 503, json: { status: 503, code: 'unavailable' } }),
    );
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    await page.getByRole('alert').getByText('The server is unavailable at the moment.').waitFor();
    assert.equal(await entries.count(), first, 'what was there stays');
    await assertAccessible(page);
    await page.unroute('**/api/calls?cursor=*');
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.getByRole('alert').waitFor({ state: 'detached' });

    const more = page.getByRole('button', { name: 'Show more' });
    for (let count = await entries.count(); count < CALLS; count = await entries.count()) {
      await more.press('Enter');
      await page.waitForFunction((before) => document.querySelectorAll('main li').length > before, count);
    }
    await more.waitFor({ state: 'detached' });
    assert.equal(await entries.count(), CALLS);
    assert.deepEqual([...pages.values()].flat(), expected, 'latest first, each once');
  });
});

/** Calls that were given up at once; their ids, latest first. */
async function callMany(url, context, to, appointmentId) {
  const { value: token } = (await context.cookies(url)).find(({ name }) => name === 'token');
  const socket = io(url, { transports: ['websocket'], auth: { token }, forceNew: true });
  const offer = { type: 'offer', sdp: `v=0\r\na=fingerprint:sha-256 ${'00:'.repeat(31)}00\r\n` };
  const ids = [];
  try {
    while (ids.length < CALLS) {
      const { callId } = await paced(socket, 'call-user', { to, offer, appointmentId });
      await paced(socket, 'call-end', { to, callId });
      ids.unshift(callId);
    }
  } finally {
    socket.close();
  }
  return ids;
}

/** Sends as fast as the server lets one socket send. */
async function paced(socket, event, body) {
  for (;;) {
    const answer = await socket.timeout(10_000).emitWithAck(event, body);
    if (answer.ok) {
      return answer;
    }
    assert.equal(answer.error.code, 'rate_limited');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
