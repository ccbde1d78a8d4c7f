import type { LiveSocket } from '@/shared/socket';
import { systemClock } from '@/shared/time';
import type { CallInbox } from '../CallInbox';
import type { CallPorts } from '../machine/ports';
import { BrowserPeer } from './BrowserPeer';
import { browserMedia } from './devices';
import { iceServers } from './iceServers';
import { tabKeeper } from './keeper';
import { SocketSignaling } from './SocketSignaling';

/** The browser, as the call sees it. */
export function browserPorts(socket: LiveSocket, inbox: CallInbox): CallPorts {
  return {
    clock: systemClock,
    signaling: new SocketSignaling(socket, inbox),
    media: browserMedia,
    peers: { create: (servers, events) => new BrowserPeer(servers, events), iceServers },
    keeper: tabKeeper,
  };
}
