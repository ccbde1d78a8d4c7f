// What people do who have no mouse.

/**
 * Goes on with Tab, and with arrows inside a toolbar, until the button, or what `role` says, has the focus.
 * @param within a part of the page, such as a dialog over a button of the same name
 */
export async function tabTo(page, name, role = 'button', within = page) {
  const wanted = within.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let i = 0; i < 60; i++) {
    const key = await wanted.evaluate((element) => {
      if (element === document.activeElement) return undefined;
      const toolbar = element.closest('[role=toolbar]');
      return toolbar?.contains(document.activeElement) ? 'ArrowRight' : 'Tab';
    });
    if (key === undefined) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${name}`);
}

export async function press(page, name, role, within) {
  await tabTo(page, name, role, within);
  await page.keyboard.press('Enter');
}
