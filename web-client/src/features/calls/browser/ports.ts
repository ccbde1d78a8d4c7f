import type { LiveSocket } from '@/shared/socket';
import { systemClock } from '@/shared/time';
import type { CallInbox } from '../CallInbox';
import type { CallPorts } from '../machine/ports';
import { BrowserPeer } from './BrowserPeer';
import { browserMedia } from './devices';
import { iceSettings } from './iceSettings';
import { tabKeeper } from './keeper';
import { SocketSignaling } from './SocketSignaling';

/** The browser, as the call sees it. */
export function browserPorts(socket: LiveSocket, inbox: CallInbox): CallPorts {
  return {
    clock: systemClock,
    signaling: new SocketSignaling(socket, inbox),
    media: browserMedia,
    peers: { create: (settings, events) => new BrowserPeer(settings, events), iceSettings },
    keeper: tabKeeper,
  };
}
