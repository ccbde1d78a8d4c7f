// Measures how fast calls begin: `npm run call-times`. Twenty calls between two browsers, then twenty through the relay alone.
import { launch } from './browser.mjs';
import { assertFlows, assertReleased, newPair } from './callers.mjs';
import { startServer } from './jar.mjs';
import { startTurn } from './turn.mjs';

const CALLS = 20;
/** a call connects within this time, in milliseconds. */
const MOST_MS = 5_000;
const SECRET = 'wQ5zL8vN2xK7tB4mR9cD6fG3hJ1pS0yA';

/** Notes when the button of this name is pressed, and when this page has decoded the first picture of the next call. */
function watch(page, button) {
  return page.evaluate((name) => {
    const earlier = window.peers.length;
    const listen = ({ target }) => {
      if (target.closest?.('button')?.textContent === name) {
        document.removeEventListener('click', listen, true);
        window.pressed = Date.now();
      }
    };
    document.addEventListener('click', listen, true);
    const decodes = async (peer) =>
      [...(await peer.getStats()).values()].some(
        ({ type, framesDecoded }) => type === 'inbound-rtp' && framesDecoded > 0,
      );
    const look = async () => {
      for (;;) {
        const found = await Promise.all(window.peers.slice(earlier).map(decodes));
        if (found.includes(true)) return Date.now();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    window.decoded = look();
  }, button);
}

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** One call, begun by the doctor: from pressing Call, and from pressing Answer, until both sides see each other. */
async function call(doctor, patient) {
  await doctor
    .getByRole('button', { name: /^Call / })
    .first()
    .click();
  await Promise.all([watch(doctor, 'Call with video'), watch(patient, 'Answer with video')]);
  await press(doctor, 'Call with video');
  await press(patient, 'Answer with video');
  const seen = Math.max(...(await Promise.all([doctor, patient].map((page) => page.evaluate(() => window.decoded)))));
  const [called, answered] = await Promise.all([doctor, patient].map((page) => page.evaluate(() => window.pressed)));
  await Promise.all([assertFlows(doctor), assertFlows(patient)]);
  await press(doctor, 'Hang up');
  for (const page of [doctor, patient]) {
    await press(page, 'Close');
    await assertReleased(page);
  }
  return { fromCall: seen - called, fromAnswer: seen - answered };
}

function row(times) {
  const sorted = times.toSorted((one, other) => one - other);
  return `p50 ${sorted[Math.floor(sorted.length / 2)]} ms, most ${sorted.at(-1)} ms`;
}

async function measure(browser, name, flags) {
  const server = await startServer([
    '--limit-calls-per-minute',
    '600',
    '--limit-calls-per-callee-per-minute',
    '600',
    ...flags,
  ]);
  const { doctor, patient } = await newPair(browser, server.url);
  try {
    const calls = [];
    while (calls.length < CALLS) {
      calls.push(await call(doctor.page, patient.page));
    }
    const inTime = calls.filter(({ fromAnswer }) => fromAnswer <= MOST_MS).length;
    console.log(
      `${name}: ${inTime} of ${CALLS} connected within ${MOST_MS / 1000} s of the answer, sound and picture both ways`,
    );
    console.log(`  from Answer to the first picture on both sides: ${row(calls.map(({ fromAnswer }) => fromAnswer))}`);
    console.log(`  from Call, the answer being pressed at once:    ${row(calls.map(({ fromCall }) => fromCall))}`);
    return inTime === CALLS;
  } finally {
    await Promise.all([doctor, patient].map(({ context }) => context.close()));
    await server.stop();
  }
}

const turn = await startTurn(SECRET);
const browser = await launch();
try {
  const direct = await measure(browser, 'between the browsers', []);
  process.env.TURN_SECRET = SECRET;
  const relayed = await measure(browser, 'through the relay', [
    '--turn-urls',
    `turn:127.0.0.1:${turn.port}?transport=udp`,
    '--calls-relay',
    'everyone',
  ]);
  process.exitCode = direct && relayed ? 0 : 1;
} finally {
  await browser.close();
  await turn.stop();
}
