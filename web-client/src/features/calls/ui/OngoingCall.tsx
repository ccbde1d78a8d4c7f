import { type ComponentProps, useState } from 'react';
import { createPortal } from 'react-dom';
import { CallScreen, DockedCall } from './CallScreen';
import { MiniCall } from './MiniCall';

type Props = Omit<ComponentProps<typeof CallScreen>, 'resize'> & {
  /** Where the page that is open has room for it. */
  place: HTMLElement | null;
};

/**
 * A starting or active call: over everything else at first, in its place where a page has one, and small while the person looks at
 * other pages.
 */
export function OngoingCall({ place, ...props }: Props) {
  const [isLarge, setLarge] = useState(place === null);
  const [lastPlace, setLastPlace] = useState(place);
  if (place !== lastPlace) {
    setLastPlace(place);
    if (place !== null) {
      setLarge(false);
    }
  }
  if (isLarge) {
    return <CallScreen {...props} resize={() => setLarge(false)} />;
  }
  return place === null ? (
    <MiniCall call={props.call} machine={props.machine} open={() => setLarge(true)} />
  ) : (
    createPortal(<DockedCall {...props} resize={() => setLarge(true)} />, place)
  );
}
