import assert from 'node:assert/strict';
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** No page may have a barrier that axe finds, in either theme. */
export async function assertAccessible(page) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}\n  ${node.failureSummary}`),
    );
    assert.deepEqual(found, [], `${page.url()} (${colorScheme})`);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
