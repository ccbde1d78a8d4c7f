import assert from 'node:assert/strict';
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
/** The rules whose answer depends on the theme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** No page may have a barrier that axe finds, in either theme. */
export async function assertAccessible(page) {
  for (const [colorScheme, runOnly] of [
    ['light', TAGS],
    ['dark', COLOURS],
  ]) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (await page.evaluate(() => window.axe === undefined)) {
      await page.evaluate(axe.source);
    }
    const { violations } = await page.evaluate(
      (rules) => window.axe.run(document, { runOnly: rules, resultTypes: ['violations'] }),
      runOnly,
    );
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}\n  ${node.failureSummary}`),
    );
    assert.deepEqual(found, [], `${page.url()} (${colorScheme})`);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
