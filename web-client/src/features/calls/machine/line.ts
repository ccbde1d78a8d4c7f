import type { PeerStats } from './ports';

/** How the way from here to the other side was between two readings. */
export interface Line {
  /** Packets that were sent, and those of which the other side reported that they did not arrive. */
  sent: number;
  lost: number;
  /** Null if not known yet. */
  roundTripSeconds: number | null;
  /** What can be sent by the browser's estimate; null if it makes none. */
  bitsPerSecond: number | null;
}

/** Null where the two readings are of different connections. */
export function lineOf(before: PeerStats, now: PeerStats): Line | null {
  const sent = now.packetsSent - before.packetsSent;
  if (sent < 0) return null;
  return {
    sent,
    lost: Math.max(0, now.sentPacketsLost - before.sentPacketsLost),
    roundTripSeconds: now.roundTripTime,
    bitsPerSecond: now.outgoingBitsPerSecond,
  };
}
