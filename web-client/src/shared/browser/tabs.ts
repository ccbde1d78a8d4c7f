/** Sends messages to the other tabs of this site, or to none if the browser has no such channel or blocks it. */
export interface TabChannel<Message> {
  post: (message: Message) => void;
  close: () => void;
}

export function openTabChannel<Message>(name: string, onMessage: (message: Message) => void): TabChannel<Message> {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<Message>) => onMessage(data);
    return { post: (message) => channel.postMessage(message), close: () => channel.close() };
  } catch {
    return { post: () => undefined, close: () => undefined };
  }
}
