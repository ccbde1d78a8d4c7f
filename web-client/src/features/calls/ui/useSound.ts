import { useEffect, useRef, useState } from 'react';
import { chosenDevices, listDevices, onDevicesChanged } from '../browser/devices';

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
    // A speaker that was unplugged: the sound goes on at the usual one.
    const stopWatching = onDevicesChanged(() => {
      if ('setSinkId' in element && element.sinkId !== '') {
        const { sinkId } = element;
        void listDevices().then(
          ({ output: there }) =>
            there.some(({ id }) => id === sinkId) ? undefined : element.setSinkId('').catch(() => undefined),
          () => undefined,
        );
      }
    });
    let wanted = true;
    element.play().then(
      () => wanted && setBlocked(false),
      () => wanted && setBlocked(true),
    );
    return () => {
      wanted = false;
      stopWatching();
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
