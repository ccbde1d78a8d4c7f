import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { loggedIn, PATIENT, serve, serverConfig, show, withBrowser } from '@/test/show';
import { ThisDevice } from './ThisDevice';

const PATH = '/api/me/push-subscriptions';
const KEY = 'key-of-the-site';
const JSON_OF_IT = { endpoint: 'https://push.example.org/1', expirationTime: null, keys: { p256dh: 'p', auth: 'a' } };

interface Device {
  permission: NotificationPermission;
  /** What the person says when asked. */
  says?: NotificationPermission;
  subscribed?: boolean;
}

/** A browser that knows web push; the result says what was done to it. */
function withPush({ permission, says = 'granted', subscribed = false }: Device) {
  const done: string[] = [];
  const subscription = {
    toJSON: () => JSON_OF_IT,
    unsubscribe: () => {
      done.push('unsubscribe');
      subscribed = false;
      return Promise.resolve(true);
    },
  };
  const registration = {
    pushManager: {
      getSubscription: () => Promise.resolve(subscribed ? subscription : null),
      subscribe: ({ applicationServerKey }: { applicationServerKey: string }) => {
        done.push(`subscribe ${applicationServerKey}`);
        subscribed = true;
        return Promise.resolve(subscription);
      },
    },
  };
  const notification = {
    permission,
    requestPermission: () => {
      done.push('ask');
      notification.permission = says;
      return Promise.resolve(says);
    },
  };
  vi.stubGlobal('Notification', notification);
  vi.stubGlobal('PushManager', () => undefined);
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: {
      getRegistration: () => Promise.resolve(registration),
      register: (url: string) => {
        done.push(`register ${url}`);
        return Promise.resolve(registration);
      },
      ready: Promise.resolve(registration),
    },
  });
  return done;
}

beforeEach(() => {
  withBrowser();
  window.localStorage.clear();
  return () => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'serviceWorker');
  };
});

function card(vapidKey: string | null = KEY, refused?: number) {
  const asked = serve(({ path }) => (path === PATH ? (refused ?? 204) : serverConfig({ vapidKey })));
  show(<ThisDevice />, { session: loggedIn(PATIENT) });
  return () => asked.filter(({ path }) => path === PATH).map(({ method, body }) => ({ method, body }));
}

it('asks the person after a press alone, and then subscribes', async () => {
  const done = withPush({ permission: 'default' });
  const asked = card();
  const on = await screen.findByRole('button', { name: 'Show notices on this device' });
  expect(done).toEqual([]);
  fireEvent.click(on);
  await screen.findByText('Notices appear on this device.');
  expect(done).toEqual(['ask', 'register /sw.js', 'subscribe key-of-the-site']);
  expect(asked()).toEqual([{ method: 'POST', body: JSON_OF_IT }]);
});

it('ends the subscription, here and at the server', async () => {
  window.localStorage.setItem('push-owner', PATIENT.id);
  const done = withPush({ permission: 'granted', subscribed: true });
  const asked = card();
  fireEvent.click(await screen.findByRole('button', { name: 'Show no more notices here' }));
  await screen.findByText('No notices appear on this device.');
  expect(done).toEqual(['unsubscribe']);
  // It was told again at first, since the server forgets a device with its session.
  expect(asked()).toEqual([
    { method: 'POST', body: JSON_OF_IT },
    { method: 'DELETE', body: JSON_OF_IT },
  ]);
});

it('does not take over what somebody else has subscribed on this device', async () => {
  window.localStorage.setItem('push-owner', 'somebody-else');
  const done = withPush({ permission: 'granted', subscribed: true });
  const asked = card();
  const on = await screen.findByRole('button', { name: 'Show notices on this device' });
  expect(asked()).toEqual([]);
  fireEvent.click(on);
  await screen.findByText('Notices appear on this device.');
  expect(done).toEqual(['ask', 'register /sw.js', 'unsubscribe', 'subscribe key-of-the-site']);
});

it('says so when the person refuses', async () => {
  const done = withPush({ permission: 'default', says: 'denied' });
  card();
  fireEvent.click(await screen.findByRole('button', { name: 'Show notices on this device' }));
  await screen.findByText(/^Your browser blocks notices of this site/u);
  expect(screen.queryByRole('button')).toBeNull();
  expect(done).toEqual(['ask']);
});

it('offers it again when the person has not decided', async () => {
  withPush({ permission: 'default', says: 'default' });
  const asked = card();
  fireEvent.click(await screen.findByRole('button', { name: 'Show notices on this device' }));
  await waitFor(() => expect(screen.getByText('No notices appear on this device.')).toBeTruthy());
  expect(asked()).toEqual([]);
});

it('says when the browser blocks it', async () => {
  withPush({ permission: 'denied' });
  card();
  await screen.findByText(/^Your browser blocks/u);
});

it('says when the browser cannot do it', async () => {
  card();
  await screen.findByText(/^This browser cannot show notices of sites/u);
});

it('says when the site does not do it', async () => {
  withPush({ permission: 'granted' });
  card(null);
  await screen.findByText('This site does not send notices to devices.');
});

it('says when it did not work', async () => {
  withPush({ permission: 'granted' });
  card(KEY, 503);
  fireEvent.click(await screen.findByRole('button', { name: 'Show notices on this device' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^The browser could not be subscribed/u);
});
