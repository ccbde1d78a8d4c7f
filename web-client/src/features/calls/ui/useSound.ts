import { useEffect, useRef, useState } from 'react';
import { chosenDevices } from '../browser/devices';

/** Plays the other side's voice. `blocked` until a tap when the browser wants one; `play` is for that tap. */
export function useSound(track: MediaStreamTrack | null): {
  blocked: boolean;
  play: () => void;
  useOutput: (id: string) => void;
} {
  const audio = useRef<HTMLAudioElement>(null);
  const [blocked, setBlocked] = useState(false);

  useEffect(() => {
    if (track === null) {
      return;
    }
    const element = new Audio();
    element.srcObject = new MediaStream([track]);
    audio.current = element;
    const { output } = chosenDevices();
    if (output !== undefined && 'setSinkId' in element) {
      element.setSinkId(output).catch(() => undefined);
    }
    let wanted = true;
    element.play().then(
      () => wanted && setBlocked(false),
      () => wanted && setBlocked(true),
    );
    return () => {
      wanted = false;
      element.pause();
      element.srcObject = null;
    };
  }, [track]);

  return {
    blocked: blocked && track !== null,
    play: () =>
      void audio.current?.play().then(
        () => setBlocked(false),
        () => undefined,
      ),
    useOutput: (id) => {
      const element = audio.current;
      if (element !== null && 'setSinkId' in element) {
        element.setSinkId(id).catch(() => undefined);
      }
    },
  };
}
