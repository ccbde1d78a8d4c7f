/**
 * What the two sides tell each other beside the media, over a data channel: whether the microphone
 * and the camera are on. It goes from browser to browser, like the media.
 */
export interface MediaMessage {
  microphone: boolean;
  /** Whether a picture is there to be seen, of the camera or of the screen. */
  camera: boolean;
  /** The picture is that of the screen. Clients of before do not say. */
  screen: boolean;
  /** The camera is on, but its picture is not sent because the line is weak. Clients of before do not say. */
  videoPaused: boolean;
}

const MAX_LENGTH = 200;

export function mediaMessage({ microphone, camera, screen, videoPaused }: MediaMessage): string {
  return JSON.stringify({ microphone, camera: camera || screen, screen, videoPaused });
}

/** Null for what is no such message. */
export function parseMediaMessage(text: string): MediaMessage | null {
  if (text.length > MAX_LENGTH) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { microphone, camera, screen, videoPaused } = value as Record<string, unknown>;
    if (typeof microphone !== 'boolean' || typeof camera !== 'boolean') return null;
    return { microphone, camera, screen: screen === true, videoPaused: videoPaused === true };
  } catch {
    return null;
  }
}
