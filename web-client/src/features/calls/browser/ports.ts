import type { LiveSocket } from '@/shared/socket';
import type { CallInbox } from '../CallInbox';
import type { CallPorts, Clock } from '../machine/ports';
import { BrowserPeer } from './BrowserPeer';
import { browserMedia } from './devices';
import { iceServers } from './iceServers';
import { tabKeeper } from './keeper';
import { SocketSignaling } from './SocketSignaling';

const browserClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The browser, as the call sees it. */
export function browserPorts(socket: LiveSocket, inbox: CallInbox): CallPorts {
  return {
    clock: browserClock,
    signaling: new SocketSignaling(socket, inbox),
    media: browserMedia,
    peers: { create: (servers, events) => new BrowserPeer(servers, events), iceServers },
    keeper: tabKeeper,
  };
}
