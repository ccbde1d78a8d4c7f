// Chromium as it is installed (Debian's package, or CHROMIUM=/path), with a camera and a microphone that are not real.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Does the same with two thirds of the work: it has no windows, and keeps no pages for the Back button. */
const SHELL = 'chromium-headless-shell';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Chromium's own lines for each refused request and connection, and for a goodbye that meets the server's: part of some tests. */
const OWN_LINES =
  /^(Failed to load resource|WebSocket connection to .* failed|WebSocket is already in CLOSING or CLOSED state|TypeError: Failed to fetch dynamically imported module|Error: Unable to preload CSS)/;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Ten pictures a second are enough to see that they move.
  '--use-fake-device-for-media-stream=fps=10',
  '--use-fake-ui-for-media-stream',
];

function findChromium(names) {
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not here
      }
    }
  }
  return undefined;
}

/**
 * @param {object} options further settings of the launch, and `whole` where the browser without windows is not enough
 */
export async function launch({ whole = false, ...options } = {}) {
  const executablePath = findChromium(whole ? NAMES : [SHELL, ...NAMES]);
  if (executablePath === undefined) {
    throw new Error('There is no Chromium on the PATH: install it, or name it with CHROMIUM=/path/to/chromium');
  }
  return chromium.launch({ executablePath, args: FLAGS, headless: true, ...options });
}

/**
 * A person's own browser profile. `faults` collects what no page may do: exceptions, errors of the console, and breaches of the
 * content security policy.
 */
export async function newPerson(browser, url, options = {}) {
  // What goes through a service worker cannot be watched from here: tests of one ask for it.
  const defaults = { locale: 'en-GB', timezoneId: 'Europe/Berlin', serviceWorkers: 'block' };
  const context = await browser.newContext({ baseURL: url, ...defaults, ...options });
  const faults = [];
  await context.exposeFunction('reportFault', (fault) => void faults.push(fault));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.reportFault(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  context.on('weberror', (error) => faults.push(`exception ${error.error()}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && !OWN_LINES.test(message.text())) {
      faults.push(`console ${message.text()}`);
    }
  });
  const page = await context.newPage();
  return { context, page, faults };
}
