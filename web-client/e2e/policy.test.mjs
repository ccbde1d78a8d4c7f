// The content security policy, as the documents state it, on every kind of reply. B-02.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { newPerson } from './browser.mjs';
import { book, send, signUpDoctor, signUpPatient } from './people.mjs';
import { drawn } from './pictures.mjs';
import { stage } from './stage.mjs';

const DOCUMENT = readFileSync(new URL('../../docs/deployment.md', import.meta.url), 'utf8');
const STATED = DOCUMENT.match(/```\n(default-src [^`]*)```/)[1]
  .trim()
  .replaceAll('\n', ' ');
const OF_IMAGES = DOCUMENT.match(/`(default-src [^`\n]*sandbox)`/)[1];
const PAGE = { Accept: 'text/html' };
const LONG = 'x'.repeat(9_000);
/** What is said to those whose Host is not known. */
const withoutSockets = (policy) => policy.replace(/ ws:[^;]*/, '');

describe('the content security policy', () => {
  const on = stage();

  function stated() {
    return STATED.replace('wss://HOST', on.server.url.replace('http', 'ws'));
  }

  async function replies() {
    const get = (path, headers = {}, method = 'GET') =>
      fetch(on.server.url + path, { method, headers, redirect: 'manual' });
    const { page: person, context } = await newPerson(on.browser, on.server.url);
    await signUpPatient(person, 'Polly Policy');
    const Cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await context.close();
    const page = await get('/', PAGE);
    const [script] = (await page.text()).match(/\/assets\/[^"]+\.js/);
    return {
      'the start page': page,
      'a deep link': await get('/visits/abc?show=past', PAGE),
      'a script': await get(script),
      'a packed script': await get(script, { 'Accept-Encoding': 'gzip' }),
      'the head of a script': await get(script, {}, 'HEAD'),
      'a script that is known': await get(script, { 'If-None-Match': (await get(script)).headers.get('ETag') }),
      'a script that is gone': await get('/assets/gone.js'),
      'an icon': await get('/icon.svg'),
      data: await get('/api/doctors'),
      'data without a session': await get('/api/auth/me'),
      'data that is not there': await get('/api/nothing'),
      'data by a wrong method': await get('/api/doctors', {}, 'DELETE'),
      'a body that is no JSON': await fetch(`${on.server.url}/api/auth/login`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{',
      }),
      'a form of another site': await get('/api/auth/logout', { Origin: 'http://evil.example', Cookie }, 'POST'),
      'the documents': await get('/docs', PAGE),
      'their style': await get('/docs.css'),
      'their other form': await get('/openapi.yaml'),
      health: await get('/health/ready'),
      'a long address': await get(`/${LONG.slice(0, 4_200)}`),
      'a refused socket': await get('/socket.io/?EIO=4&transport=none'),
    };
  }

  it('is the one that the documents state, on every kind of reply', async () => {
    const expected = stated();
    const kinds = Object.entries(await replies());
    for (const [kind, reply] of kinds) {
      assert.equal(reply.headers.get('Content-Security-Policy'), expected, `${kind} (${reply.status})`);
    }
    const statuses = new Set(kinds.map(([, { status }]) => status));
    for (const status of [200, 304, 400, 401, 403, 404, 405, 414]) {
      assert.ok(statuses.has(status), `${status} is among the replies`);
    }
  });

  it('is there for requests that cannot be read', async () => {
    const { host, port } = new URL(on.server.url);
    const unread = [
      `GET / HTTP/1.1\r\nX-Long: ${LONG}\r\nHost: HOST\r\n\r\n`,
      'GET / HTTP/1.1\r\n\r\n',
      'GET /%zz HTTP/1.1\r\nHost: HOST\r\n\r\n',
      'GET\r\n\r\n',
      'PRI * HTTP/9\r\nHost: HOST\r\n\r\n',
    ];
    for (const request of unread) {
      const head = await raw(port, request.replace('HOST', host));
      assert.match(head, /^HTTP\/1\.1 (400|431|505) /, request);
      const policy = head.match(/^Content-Security-Policy: (.*)\r$/im)?.[1];
      assert.ok([stated(), withoutSockets(stated())].includes(policy), `${request} ${head}`);
    }
  });

  it('is stricter for an image', async () => {
    const practice = await newPerson(on.browser, on.server.url);
    const { page, context } = await newPerson(on.browser, on.server.url);
    const doctor = await signUpDoctor(practice.page, 'Dr. Image');
    await signUpPatient(page, 'Ivy Image');
    await book(page, doctor.id);
    const sent = await page.request.post(`/api/messages/${doctor.id}`, {
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      multipart: { clientId: 'image', image: await drawn(page) },
    });
    const { url } = (await sent.json()).message.image;
    const image = await page.request.get(url);
    assert.deepEqual([image.status(), image.headers()['content-security-policy']], [200, OF_IMAGES]);
    await send(page, 'POST', '/api/auth/logout');
    const refused = await page.request.get(url);
    assert.deepEqual([refused.status(), refused.headers()['content-security-policy']], [401, stated()]);
    await Promise.all([practice.context.close(), context.close()]);
  });
});

function raw(port, request) {
  return new Promise((resolve, reject) => {
    let reply = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(request));
    socket.setTimeout(10_000, () => socket.destroy(new Error('no reply')));
    socket.on('data', (data) => (reply += data));
    socket.on('error', reject);
    socket.on('close', () => resolve(reply.split('\r\n\r\n')[0] + '\r\n'));
  });
}
