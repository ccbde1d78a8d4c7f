import { type ComponentProps, useState } from 'react';
import { CallScreen } from './CallScreen';
import { MiniCall } from './MiniCall';

/** A starting or active call: over everything else at first, and small when the person opens other pages. */
export function OngoingCall(props: Omit<ComponentProps<typeof CallScreen>, 'minimize'>) {
  const [isMini, setMini] = useState(false);
  return isMini ? (
    <MiniCall call={props.call} machine={props.machine} open={() => setMini(false)} />
  ) : (
    <CallScreen {...props} minimize={() => setMini(true)} />
  );
}
