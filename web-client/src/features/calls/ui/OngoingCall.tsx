import { type ComponentProps, useState } from 'react';
import { CallScreen } from './CallScreen';
import { MiniCall } from './MiniCall';

/** A call that is on its way or on: over everything else at first, and small when the person wants to see other pages. */
export function OngoingCall(props: Omit<ComponentProps<typeof CallScreen>, 'minimize'>) {
  const [isMini, setMini] = useState(false);
  return isMini ? (
    <MiniCall call={props.call} machine={props.machine} open={() => setMini(false)} />
  ) : (
    <CallScreen {...props} minimize={() => setMini(true)} />
  );
}
