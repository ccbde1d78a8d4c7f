/**
 * What the two sides tell each other beside the media, over a data channel: whether the microphone
 * and the camera are on. It goes from browser to browser, like the media.
 */
export interface MediaMessage {
  microphone: boolean;
  camera: boolean;
}

const MAX_LENGTH = 200;

export function mediaMessage({ microphone, camera }: MediaMessage): string {
  return JSON.stringify({ microphone, camera });
}

/** Null for what is no such message. */
export function parseMediaMessage(text: string): MediaMessage | null {
  if (text.length > MAX_LENGTH) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { microphone, camera } = value as Record<string, unknown>;
    return typeof microphone === 'boolean' && typeof camera === 'boolean' ? { microphone, camera } : null;
  } catch {
    return null;
  }
}
