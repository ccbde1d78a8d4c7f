import { deviceStorage } from '../browser';

/** `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'theme';

export function chosenTheme(): Theme {
  const stored = deviceStorage.get(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function applyTheme(theme = chosenTheme()): void {
  if (theme === 'system') {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = theme;
  }
}

export function chooseTheme(theme: Theme): void {
  deviceStorage.set(KEY, theme);
  applyTheme(theme);
}
