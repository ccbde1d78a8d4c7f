import { renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { preferredLanguage, regionalLocale } from '../i18n';
import { timesIn, zoneOptions } from '../time';
import { allZones, deviceZone, firstCharacter, guarded, knowsZone, localesOf, openTabChannel } from '.';

const AT = '2026-12-01T13:30:00Z';

afterEach(() => vi.unstubAllGlobals());

describe('language tags of odd systems', () => {
  it.each([
    ['en-US@posix', ['en-US']],
    ['de_DE.UTF-8@euro', ['de-DE']],
    ['C', []],
    ['', []],
    ['*', []],
    ['es-419', ['es-419']],
    ['zh-hans-cn', ['zh-Hans-CN']],
  ])('%j gives %j', (tag, locales) => expect(localesOf([tag])).toEqual(locales));

  it('are of the language of their whole first part', () => {
    expect(preferredLanguage(null, localesOf(['esu', 'es-MX']))).toBe('es');
    expect(preferredLanguage(null, localesOf(['esu']))).toBe('en');
    expect(regionalLocale('en', localesOf(['C', 'en-US@posix']))).toBe('en-US');
  });

  it('still write dates', () => {
    expect(timesIn(regionalLocale('en', localesOf(['en-US@posix'])), 'UTC').time(AT)).toMatch(/^1:30\sPM$/);
  });
});

describe('zones', () => {
  it.each(['Etc/Unknown', 'Mars/Olympus', '', 'undefined'])('%j is not known', (zone) => {
    expect(knowsZone(zone)).toBe(false);
  });

  it.each(['Etc/Unknown', undefined])('a device in %j is taken for one in UTC', (timeZone) => {
    const real = Intl.DateTimeFormat;
    vi.stubGlobal('Intl', {
      DateTimeFormat: function (locale?: string, options?: Intl.DateTimeFormatOptions) {
        return options === undefined ? { resolvedOptions: () => ({ timeZone }) } : new real(locale, options);
      },
    });
    expect(deviceZone()).toBe('UTC');
    expect(allZones()).toEqual([]);
  });

  it('that the browser lacks are shown in UTC, and say so', () => {
    const times = timesIn('en-GB', 'Europe/Berlin');
    expect(times.time(AT, 'Mars/Olympus')).toBe('13:30 UTC');
    expect(times.date(AT, 'Mars/Olympus')).toBe(times.date(AT, 'UTC'));
    expect(times.zoneName('Mars/Olympus')).toBe('Mars/Olympus');
    expect(zoneOptions('Mars/Olympus')[0]).toEqual({ value: 'Mars/Olympus', label: 'Mars/Olympus' });
  });
});

describe('storage', () => {
  const blocked = guarded(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });

  it('that is blocked lasts as long as the page', () => {
    expect(blocked.get('theme')).toBeNull();
    blocked.set('theme', 'dark');
    expect(blocked.get('theme')).toBe('dark');
    blocked.remove('theme');
    expect(blocked.get('theme')).toBeNull();
  });

  it('that is absent lasts as long as the page', () => {
    const absent = guarded(() => null as unknown as Storage);
    absent.set('theme', 'dark');
    expect(absent.get('theme')).toBe('dark');
  });

  it('that is full shows the new value, not the old one', () => {
    const kept = new Map([['theme', 'light']]);
    const full = guarded(
      () =>
        ({
          getItem: (key: string) => kept.get(key) ?? null,
          setItem: () => {
            throw new DOMException('full', 'QuotaExceededError');
          },
        }) as unknown as Storage,
    );
    full.set('theme', 'dark');
    expect(full.get('theme')).toBe('dark');
  });

  it('that takes values is the one that is read', () => {
    const storage = guarded(() => window.sessionStorage);
    storage.set('a', '1');
    window.sessionStorage.setItem('a', '2');
    expect(storage.get('a')).toBe('2');
  });
});

describe('the channel between tabs', () => {
  it('is silent where the browser has none', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const { result } = renderHook(() => openTabChannel('session', () => undefined));
    expect(() => result.current.post('logged-in')).not.toThrow();
    expect(() => result.current.close()).not.toThrow();
  });
});

describe('the first character of a text', () => {
  it.each([
    ['Éva', 'É'],
    ['👩‍⚕️ Anna', '👩‍⚕️'],
    ['', ''],
  ])('of %j is %j', (text, first) => expect(firstCharacter(text)).toBe(first));

  it('is found without a segmenter', () => {
    vi.stubGlobal('Intl', {});
    expect(firstCharacter('Éva')).toBe('É');
  });
});
