// What people do who have no mouse.

/** Goes on with Tab until the button, or what `role` says, has the focus. */
export async function tabTo(page, name, role = 'button') {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let i = 0; i < 60; i++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}`);
}

export async function press(page, name, role) {
  await tabTo(page, name, role);
  await page.keyboard.press('Enter');
}
