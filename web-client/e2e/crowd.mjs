// Many people and what they do, made over the API without a browser each.
import { emailOf, PASSWORD } from './people.mjs';

const AT_ONCE = 8;

/** Settings of a server that lets a crowd in. */
export const ROOM = [
  ...['--limit-signups-per-minute', '100000', '--limit-chat-burst', '100000', '--limit-chat-per-second', '100000'],
  ...['--limit-hash-queue', '64', '--bcrypt-cost', '4'],
];

/** Sends as somebody who is logged in, or as nobody. */
export async function request(url, token, method, path, body) {
  const headers = {
    'Content-Type': 'application/json',
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  };
  const reply = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) });
  if (!reply.ok) {
    throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  }
  return { reply, body: reply.status === 204 ? undefined : await reply.json() };
}

/** A new person: who it is, and the token that it is logged in with. */
export async function join(url, name, more = { role: 'patient' }) {
  const { reply, body } = await request(url, null, 'POST', '/api/auth/signup', {
    name,
    email: emailOf(name),
    password: PASSWORD,
    ...more,
  });
  const [, token] = /token=([^;]+)/.exec(reply.headers.get('set-cookie'));
  return { ...body.user, token };
}

/** What `work` makes of each number below `count`; a few are under way at a time. */
export async function many(count, work) {
  const done = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const number = next++;
      done[number] = await work(number);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done;
}

/** A name for a number, in letters: `Ann Aab` is 27. */
export function named(first, number) {
  const letters = [number / 676, (number / 26) % 26, number % 26].map((part) =>
    String.fromCharCode(97 + Math.floor(part)),
  );
  return `${first} ${letters.join('').replace(/^./, (letter) => letter.toUpperCase())}`;
}
