// A line to the server that is slow, that holds a reply back, or that loses one, and a person who is impatient.

const ASKED_WITHIN_MS = 30_000;

/** Each request takes 400 ms longer, and 50 KB go through in a second. */
export async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  const throughput = 50 * 1024;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
}

const NARROW = 150_000 / 8;
const WIDE = 10_000_000;

/** 150 kbit/s each way, 300 ms longer each way, and every fiftieth packet is lost. */
export const WEAK = {
  latency: 300,
  downloadThroughput: NARROW,
  uploadThroughput: NARROW,
  packetLoss: 2,
  packetQueueLength: 100,
};
/** Chromium changes the line of a call only if it was given one before the call. */
export const GOOD = {
  latency: 1,
  downloadThroughput: WIDE,
  uploadThroughput: WIDE,
  packetLoss: 0,
  packetQueueLength: 1_000,
};

/** Gives a page a line, and a way to change it: for all that it sends and receives, the media of its next calls included. */
export async function lineOf(page) {
  const session = await page.context().newCDPSession(page);
  const change = (conditions) => session.send('Network.emulateNetworkConditions', { offline: false, ...conditions });
  await session.send('Network.enable');
  await change(GOOD);
  return change;
}

/**
 * Holds the reply to the first request that fits. `asked` waits for that request; `release` lets the reply go, and waits until
 * the page has it, or until the page does not want it any more.
 */
export async function hold(page, url, method = 'GET') {
  let held;
  let ask;
  let open;
  const asked = new Promise((resolve, reject) => {
    ask = resolve;
    setTimeout(reject, ASKED_WITHIN_MS, new Error(`nobody asks for ${url}`)).unref();
  });
  const released = new Promise((resolve) => (open = resolve));
  await page.route(url, async (route) => {
    if (held !== undefined || route.request().method() !== method) {
      return route.fallback();
    }
    held = route.request();
    ask();
    await released;
    // A request that the page gave up cannot go on.
    return route.continue().catch(() => undefined);
  });
  const isHeld = (request) => request === held;
  return {
    asked,
    release: async () => {
      await asked;
      if (held.failure() === null) {
        const over = Promise.race([
          page.waitForEvent('requestfinished', isHeld),
          page.waitForEvent('requestfailed', isHeld),
        ]);
        open();
        await over;
      }
      await painted(page);
    },
  };
}

/** Lets no live events through to a page, or to all of a browser. */
export async function withoutLiveEvents(target) {
  await target.routeWebSocket(/\/socket\.io\//, () => undefined);
  await target.route(/\/socket\.io\/\?/, (route) => route.abort());
}

/** Loses the reply to the first request that fits: the server has done it, and the page does not hear. */
export async function loseReply(page, url, method = 'POST') {
  let lost = false;
  await page.route(url, async (route) => {
    if (lost || route.request().method() !== method) {
      return route.fallback();
    }
    lost = true;
    await route.fetch();
    return route.abort();
  });
}

/** How far below the upper edge of one the lower edge of another ends; at most 0 where it is not covered. */
export async function reachesInto(locator, lower) {
  await painted(locator.page());
  const [above, below] = await Promise.all([locator.boundingBox(), lower.boundingBox()]);
  return above.y + above.height - below.y;
}

/** Waits until what the page knows is on the screen. */
export function painted(page) {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Presses twice on a device that is busy, so that both presses are there before anything came of the first. */
export async function pressTwice(page, locator) {
  const ready = locator.and(page.locator(':not([aria-busy=true])'));
  await ready.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await ready.boundingBox();
  const at = { x: x + width / 2, y: y + height / 2, button: 'left' };
  const session = await page.context().newCDPSession(page);
  const busy = page.evaluate(() => {
    const end = performance.now() + 300;
    while (performance.now() < end);
  });
  const press = (type, clickCount) => session.send('Input.dispatchMouseEvent', { ...at, type, clickCount });
  await Promise.all([
    busy,
    press('mousePressed', 1),
    press('mouseReleased', 1),
    press('mousePressed', 2),
    press('mouseReleased', 2),
  ]);
}

/** Counts the requests that change something, as `POST /api/appointments`. */
export function countChanges(page) {
  const counts = {};
  page.on('request', (request) => {
    if (request.method() !== 'GET') {
      const of = `${request.method()} ${new URL(request.url()).pathname}`;
      counts[of] = (counts[of] ?? 0) + 1;
    }
  });
  return counts;
}

/** From now on each page keeps the lines of text that were on its screen, with # for numbers. */
export function keepLines(context) {
  return context.addInitScript(() => {
    window.lines = () =>
      new Set((document.body?.innerText ?? '').split('\n').map((line) => line.trim().replaceAll(/\d+/g, '#')));
    window.linesSeen = new Set();
    let dirty = true;
    new MutationObserver(() => (dirty = true)).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const look = () => {
      if (dirty) {
        dirty = false;
        window.lines().forEach((line) => window.linesSeen.add(line));
      }
      requestAnimationFrame(look);
    };
    look();
  });
}

/** The lines that were on the screen since the page was loaded, and are not any more. */
export async function linesGone(page) {
  return page.evaluate(() => [...window.linesSeen].filter((line) => !window.lines().has(line)));
}
