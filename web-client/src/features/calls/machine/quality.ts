import type { PeerStats } from './ports';

/** How the call sounds and looks from here. */
export type Quality = 'unknown' | 'good' | 'weak' | 'frozen';

const LOST_SHARE = 0.08;
const SLOW_SECONDS = 0.5;

/**
 * Judges the time between two readings.
 *
 * @param expectsVideo whether the other side has its camera on
 */
export function qualityOf(before: PeerStats, now: PeerStats, expectsVideo: boolean): Quality {
  const received = now.packetsReceived - before.packetsReceived;
  const lost = Math.max(0, now.packetsLost - before.packetsLost);
  if (received < 0) return 'unknown';
  if (expectsVideo && now.framesDecoded > 0 && now.framesDecoded === before.framesDecoded) {
    return 'frozen';
  }
  if (received + lost === 0) return 'unknown';
  const isSlow = now.roundTripTime !== null && now.roundTripTime > SLOW_SECONDS;
  return isSlow || lost / (received + lost) > LOST_SHARE ? 'weak' : 'good';
}
