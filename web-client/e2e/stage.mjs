// What each file of tests needs around it: a server, a browser, and people whose pages must be without faults.
import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { launch, newPerson } from './browser.mjs';
import { startServer } from './jar.mjs';

export const PHONE = { width: 390, height: 844 };

/**
 * A server and a browser for the tests of one `describe`: there once the first of them runs, gone after the last.
 * @param {string[]} flags further settings of the server
 * @param {object} options of the launch of the browser
 */
export function stage(flags = [], options = {}) {
  const on = { server: undefined, browser: undefined };
  before(async () => {
    const starting = [
      startServer(flags).then((server) => (on.server = server)),
      launch(options).then((browser) => (on.browser = browser)),
    ];
    // Also when one of them fails the other can be ended.
    await Promise.allSettled(starting);
    await Promise.all(starting);
  });
  after(async () => {
    await on.browser?.close();
    await on.server?.stop();
  });
  return on;
}

/** Makes people with a phone each, who are watched. */
export function watched(on) {
  return watching((options = {}) => newPerson(on.browser, on.server.url, { viewport: PHONE, ...options }));
}

/** Makes people; after each test their pages are closed, and must not have had a fault. */
export function watching(make) {
  const people = [];
  afterEach(async () => {
    for (const { context, faults } of people.splice(0)) {
      assert.deepEqual(faults, []);
      await context.close();
    }
  });
  return async (options) => {
    const one = await make(options);
    people.push(one);
    return one;
  };
}

/** Waits until what the locator finds has the focus: a page gives it in a later frame than what it is given after. */
export async function hasFocus(locator) {
  await locator.page().waitForFunction((element) => element === document.activeElement, await locator.elementHandle());
}
