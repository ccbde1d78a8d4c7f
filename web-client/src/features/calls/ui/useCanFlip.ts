import { useEffect, useState } from 'react';
import { useMediaQuery } from '@/shared/ui';
import { listDevices, onDevicesChanged } from '../browser/devices';

/** Whether this is a phone or tablet with more than one camera. */
export function useCanFlip(hasCamera: boolean): boolean {
  const isTouched = useMediaQuery('(pointer: coarse)');
  const [cameras, setCameras] = useState(0);
  useEffect(() => {
    if (!hasCamera || !isTouched) {
      return;
    }
    let wanted = true;
    const count = () =>
      void listDevices().then(
        ({ video }) => wanted && setCameras(video.length),
        () => undefined,
      );
    count();
    const stop = onDevicesChanged(count);
    return () => {
      wanted = false;
      stop();
    };
  }, [hasCamera, isTouched]);
  return hasCamera && isTouched && cameras > 1;
}
