import type { MediaKind } from './ports';

/** The most that is sent of one track, and what suffers first when even that is too much. */
export interface Ceiling {
  bitsPerSecond: number;
  /** Means nothing for a voice. */
  degradation?: 'maintain-resolution' | 'balanced';
}

/**
 * @param small whether the picture comes from a phone, which pays for what it sends with its battery and its data plan
 * @param detail whether the picture is to be read, as that of a screen
 */
export function ceilingOf(kind: MediaKind, { small, detail }: { small: boolean; detail: boolean }): Ceiling {
  if (kind === 'audio') return { bitsPerSecond: 48_000 };
  if (detail) return { bitsPerSecond: 1_500_000, degradation: 'maintain-resolution' };
  return { bitsPerSecond: small ? 700_000 : 1_200_000, degradation: 'balanced' };
}
