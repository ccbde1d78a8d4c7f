import { api, nothing } from '@/shared/api';
import { deviceStorage, installWorker } from '@/shared/browser';

/** Whose notices this device gets, by identifier. Logging out clears it, as everything that is stored. */
const OWNER = 'push-owner';
const PATH = '/api/me/push-subscriptions';

/** `unavailable`: this site pushes nothing; `unsupported`: this browser cannot; `denied`: the person has said so. */
export type PushState = 'unavailable' | 'unsupported' | 'denied' | 'off' | 'on';

export interface Push {
  vapidKey: string | null;
  userId: string;
}

function isSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

const send = (found: PushSubscription) => api.post(PATH, nothing, { body: found.toJSON() });

/** Whether notices come to this device. Tells the server again, which forgets a device with its session. */
export async function readPush({ vapidKey, userId }: Push): Promise<PushState> {
  if (vapidKey === null) {
    return 'unavailable';
  }
  if (!isSupported()) {
    return 'unsupported';
  }
  if (Notification.permission === 'denied') {
    return 'denied';
  }
  const found = Notification.permission === 'granted' && isOwner(userId) ? await subscription() : null;
  if (found === null) {
    return 'off';
  }
  await send(found);
  return 'on';
}

export function isOwner(userId: string): boolean {
  return deviceStorage.get(OWNER) === userId;
}

/** Asks the person, so it must follow a press at once. */
export async function turnPushOn({ vapidKey, userId }: Push): Promise<PushState> {
  if (vapidKey === null || !isSupported()) {
    return readPush({ vapidKey, userId });
  }
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') {
    return permission === 'denied' ? 'denied' : 'off';
  }
  const { pushManager } = await installWorker();
  const options = { userVisibleOnly: true, applicationServerKey: vapidKey };
  // A subscription of before may be somebody else's, or be bound to a former key of the site.
  await (await pushManager.getSubscription())?.unsubscribe();
  await send(await pushManager.subscribe(options));
  deviceStorage.set(OWNER, userId);
  return 'on';
}

export async function turnPushOff(): Promise<PushState> {
  const found = await subscription();
  if (found !== null) {
    await api.delete(PATH, nothing, { body: found.toJSON() });
    await found.unsubscribe();
  }
  deviceStorage.remove(OWNER);
  return 'off';
}
