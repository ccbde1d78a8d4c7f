// H-04: uploads that are refused before the body has arrived: the page gets the answer and not a failure of the network.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signUpPatient } from './people.mjs';
import { stage, watched } from './stage.mjs';

const TIMES = 10;
const BYTES = 6 * 1024 * 1024;

describe('a refusal before the body has arrived', () => {
  const on = stage(['--limit-image-uploads-per-minute', '1']);
  const person = watched(on);

  /** What the page's own fetch says to each of ten large bodies, sent one after the other. */
  const answers = (page, request) =>
    page.evaluate(
      async ({ path, method, type, times, bytes }) => {
        const seen = [];
        for (let i = 0; i < times; i++) {
          const body = new Blob([new Uint8Array(bytes)], { type });
          seen.push(
            await fetch(path, { method, body }).then(
              async (reply) => `${reply.status} ${(await reply.json()).code}`,
              (failure) => String(failure),
            ),
          );
        }
        return seen;
      },
      { times: TIMES, bytes: BYTES, ...request },
    );
  const all = (answer) => Array(TIMES).fill(answer);

  it('is seen by somebody who is not logged in', async () => {
    const { page } = await person();
    await page.goto('/login');
    const image = { method: 'PUT', type: 'image/png' };
    assert.deepEqual(await answers(page, { path: '/api/me/avatar', ...image }), all('401 unauthenticated'));
    assert.deepEqual(await answers(page, { path: '/api/nothing', ...image }), all('404 not_found'));
    const json = { method: 'POST', type: 'application/json' };
    assert.deepEqual(await answers(page, { path: '/api/auth/login', ...json }), all('413 too_large'));
  });

  it('is seen by somebody who may not do it, or not that often', async () => {
    const { page } = await person();
    await page.goto('/login');
    await signUpPatient(page, 'Rita Refused');
    const json = { method: 'PUT', type: 'application/json' };
    assert.deepEqual(await answers(page, { path: '/api/patients/me', ...json }), all('413 too_large'));
    assert.deepEqual(await answers(page, { path: '/api/doctors/me', ...json }), all('403 forbidden'));
    const upload = { path: '/api/me/avatar', method: 'PUT', type: 'multipart/form-data; boundary=b' };
    const [, ...further] = await answers(page, upload);
    assert.deepEqual(further, all('429 rate_limited').slice(1));
  });
});
