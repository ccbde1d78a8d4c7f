/*
 * Shows notices that the server pushes to this device, and opens the page that tells the rest. It keeps no files: pages
 * are loaded as without it.
 */

const START = '/notices';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => event.waitUntil(show(read(event.data))));

/** Browsers want something to be shown for each push, also for one that this release cannot read. */
function read(data) {
  try {
    return data.json();
  } catch {
    return {};
  }
}

function show({ title = 'Health Connect', body = '', language = '', tag = '', page = START }) {
  return self.registration.showNotification(title, {
    body,
    lang: language,
    tag,
    icon: '/icon-192.png',
    data: { page },
  });
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(address(event.notification.data?.page ?? START)));
});

/** A page of this site, whatever was sent. */
function address(page) {
  const wanted = new URL(page, self.location.origin);
  return wanted.origin === self.location.origin ? wanted.href : new URL(START, self.location.origin).href;
}

/** A tab that shows the page comes to the front; no other is taken from what the person does in it, such as a call. */
async function open(url) {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = tabs.find((tab) => tab.url === url);
  await (there === undefined ? self.clients.openWindow(url) : there.focus());
}

/** The browser has replaced the subscription by itself. */
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

async function renew({ oldSubscription, newSubscription }) {
  const applicationServerKey = oldSubscription?.options.applicationServerKey;
  const subscription =
    newSubscription ??
    (applicationServerKey &&
      (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })));
  if (subscription) {
    await fetch('/api/me/push-subscriptions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(subscription),
    });
  }
}
