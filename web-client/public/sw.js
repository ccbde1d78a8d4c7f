/*
 * Keeps the files of the client, so that a page opens without a network and goes on when a newer release has taken its files
 * away; keeps copies of the appointments that were seen; shows notices that the server pushes to this device, and opens the page
 * that tells the rest.
 */

/** The files of this release; the build writes them here. */
const FILES = [];
const RELEASE = 'files-development';

const COPIES = 'copies';
/** The oldest go first. */
const MOST_COPIES = 60;
const COPIES_LIVE_MS = 7 * 86_400_000;
const START = '/notices';

self.addEventListener('install', (event) => event.waitUntil(keepFiles()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

async function keepFiles() {
  const files = await caches.open(RELEASE);
  await files.addAll(FILES.map((file) => new Request(file, { cache: file === '/' ? 'reload' : 'default' })));
  await self.skipWaiting();
}

/** Open tabs may still need the files of the release before this one; older ones are removed. */
async function takeOver() {
  const releases = (await caches.keys()).filter((name) => name.startsWith('files-') && name !== RELEASE);
  await Promise.all(releases.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) {
    return;
  }
  if (request.mode === 'navigate') {
    if (isPage(pathname)) {
      event.respondWith(fetch(request).catch(async (error) => (await kept('/')) ?? Promise.reject(error)));
    }
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(kept(request).then((file) => file ?? fetch(request)));
  } else if (isCopied(pathname)) {
    event.respondWith(withCopy(request));
  }
});

/** What is no page of the client is the server's alone. */
function isPage(pathname) {
  return !/^\/(?:api|docs|health|socket\.io|assets)(?:\/|$)|\.\w+$/.test(pathname);
}

/** A file of this release or of the one before. */
function kept(request) {
  return caches.match(request, { ignoreVary: true });
}

/** Who is logged in, and the appointments. */
function isCopied(pathname) {
  return /^\/api\/(?:auth\/me|config|appointments(?:\/[^/]+)?)$/.test(pathname);
}

/** Rises when copies must be forgotten, so that what is on its way is not kept either. */
let forgotten = 0;

self.addEventListener('message', (event) => {
  if (event.data === 'forget') {
    event.waitUntil(forget());
  }
});

function forget() {
  forgotten += 1;
  return caches.delete(COPIES);
}

/** The server's answer; without a network, what it answered last. */
async function withCopy(request) {
  const before = forgotten;
  const name = nameOf(request.url);
  let reply;
  try {
    reply = await fetch(request);
  } catch (error) {
    const copy = await (await caches.open(COPIES)).match(name);
    const at = Date.parse(copy?.headers.get('Date') ?? '');
    if (copy === undefined || !(Date.now() - at < COPIES_LIVE_MS)) {
      throw error;
    }
    return copy;
  }
  if (reply.status === 401) {
    await forget();
  } else if (reply.status === 200 && before === forgotten) {
    await keep(name, reply.clone(), before);
  }
  return reply;
}

async function keep(name, reply, before) {
  try {
    const copies = await caches.open(COPIES);
    // The last one stored stands last.
    await copies.delete(name);
    await copies.put(name, reply);
    const names = await copies.keys();
    await Promise.all(names.slice(0, Math.max(0, names.length - MOST_COPIES)).map((old) => copies.delete(old)));
  } catch {
    // The device has no room; the page has its answer.
  }
  if (before !== forgotten) {
    await caches.delete(COPIES);
  }
}

/**
 * The address that a copy is found by. A list with one bound in time moves it on with the clock, and pages leave out what does
 * not belong; a list with both is that of one day.
 */
function nameOf(address) {
  const url = new URL(address);
  const { searchParams } = url;
  if (searchParams.has('from') !== searchParams.has('to')) {
    searchParams.delete('from');
    searchParams.delete('to');
  }
  return url.href;
}

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
