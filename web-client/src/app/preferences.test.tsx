import { waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStorage } from '@/shared/browser';
import { OWN_ZONE } from '@/shared/time';
import { loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { usePreferences } from './usePreferences';

const PATH = '/api/me/preferences';

beforeEach(() => {
  withBrowser();
  deviceStorage.set('preferences', '');
  return () => vi.unstubAllGlobals();
});

function Part() {
  usePreferences();
  return null;
}

const open = () => show(<Part />, { session: loggedIn(PATIENT) });

describe('preferences', () => {
  it('are sent once, with the language of the page and the zone of the device', async () => {
    const asked = serve(() => 204);
    open().unmount();
    await waitFor(() => expect(deviceStorage.get('preferences')).toContain(PATIENT.id));
    open();
    expect(asked.filter(({ path }) => path === PATH)).toEqual([
      expect.objectContaining({ method: 'PUT', body: { language: 'en', timeZone: OWN_ZONE } }),
    ]);
  });

  it('are sent again by the next page when the server did not take them', async () => {
    let answers = 0;
    const asked = serve(() => {
      answers += 1;
      return answers === 1 ? 503 : 204;
    });
    open().unmount();
    await waitFor(() => expect(answers).toBe(1));
    open();
    await waitFor(() => expect(deviceStorage.get('preferences')).toContain(PATIENT.id));
    expect(asked.filter(({ path }) => path === PATH)).toHaveLength(2);
  });
});
