import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { askAgain, type User } from '@/shared/api';
import type { CallPlace, CallRequest } from '@/shared/call';
import { FeatureWords } from '@/shared/i18n';
import { beforeLogOut } from '@/shared/session';
import { useSocket } from '@/shared/socket';
import { browserPorts } from './browser/ports';
import type { CallInbox } from './CallInbox';
import { CallMachine } from './machine/CallMachine';
import type { KeptCall } from './machine/ports';
import type { CallSnapshot } from './machine/snapshot';
import { CallEnd } from './ui/CallEnd';
import { IncomingCall } from './ui/IncomingCall';
import { OngoingCall } from './ui/OngoingCall';
import { PreCall } from './ui/PreCall';
import { Rejoin } from './ui/Rejoin';
import { useEndedCallNotices } from './ui/useEndedCallNotices';
import { useFocusBack } from './ui/useFocusBack';
import { useRinging } from './ui/useRinging';
import { useSound } from './ui/useSound';
import { useWakeLock } from './ui/useWakeLock';

interface Props {
  user: User;
  inbox: CallInbox;
  request: CallRequest | null;
  place: CallPlace | null;
  requestDone: () => void;
  onBusy: (busy: boolean) => void;
}

/** The calls of a logged-in person. */
export default function CallHost(props: Props) {
  return (
    <FeatureWords of="calls">
      <Host {...props} />
    </FeatureWords>
  );
}

function Host({ user, inbox, request, place, requestDone, onBusy }: Props) {
  const socket = useSocket();
  const queries = useQueryClient();
  const [machine] = useState(() => new CallMachine(browserPorts(socket, inbox)));
  const call = useSyncExternalStore(machine.subscribe, machine.snapshot);
  const [cutOff, setCutOff] = useState<KeptCall | null>(() => machine.cutOff());
  const sound = useSound(call?.phase === 'ended' ? null : (call?.other.audioTrack ?? null));
  const busy = call !== null && call.phase !== 'ended';

  useEffect(() => machine.start(), [machine]);
  useEffect(() => beforeLogOut(() => machine.end()), [machine]);
  useEffect(() => {
    const leave = () => machine.leave();
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [machine]);
  useEffect(() => {
    const shown = () => {
      if (document.visibilityState === 'visible') {
        machine.pageShown();
      }
    };
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  }, [machine]);
  useEffect(() => {
    onBusy(busy);
    if (!busy) {
      void machine.told().then(() => askAgain(queries, ['calls']));
    }
  }, [busy, onBusy, queries, machine]);
  useRinging(call?.phase);
  useWakeLock(busy && call.phase !== 'incoming');
  // The page around it goes on with the visit, and needs no question in between.
  const inPlace = place !== null && call !== null && place.appointmentId === call.appointmentId ? place.element : null;
  useEndedCallNotices(call, machine, inPlace !== null);
  useFocusBack(call !== null || request !== null || cutOff !== null);

  const start = (wanted: CallRequest) => {
    setCutOff(null);
    machine.dismiss();
    machine.call(wanted.person, wanted.media, wanted.appointmentId ?? null);
  };
  const startAtOnce = useEffectEvent((wanted: CallRequest) => {
    requestDone();
    machine.dismiss();
    machine.call(wanted.person, wanted.media, wanted.appointmentId ?? null);
  });
  const atOnce = request?.atOnce === true && !busy ? request : null;
  useEffect(() => {
    if (atOnce !== null) {
      startAtOnce(atOnce);
    }
  }, [atOnce]);
  const again = (ended: CallSnapshot) =>
    start({
      person: ended.peer,
      media: ended.media,
      ...(ended.appointmentId === null ? {} : { appointmentId: ended.appointmentId }),
    });
  if (call === null || (call.phase === 'ended' && call.ending === null)) {
    if (request !== null && request.atOnce !== true) {
      const go = (media: CallRequest['media']) => {
        requestDone();
        start({ ...request, media });
      };
      return <PreCall request={request} call={go} close={requestDone} />;
    }
    // A call that was made since took its place.
    if (cutOff === null || machine.cutOff() === null) {
      return null;
    }
    const rejoin = (video: boolean) => {
      setCutOff(null);
      machine.rejoin(cutOff, video);
    };
    const leave = () => {
      setCutOff(null);
      machine.forgetCutOff(cutOff);
    };
    return <Rejoin call={cutOff} rejoin={rejoin} leave={leave} />;
  }
  if (call.phase === 'incoming') {
    return <IncomingCall call={call} machine={machine} />;
  }
  if (call.ending !== null) {
    return (
      <CallEnd
        call={call}
        ending={call.ending}
        isDoctor={user.role === 'doctor'}
        callAgain={() => again(call)}
        moveHere={() => void machine.moveHere()}
        close={() => machine.dismiss()}
      />
    );
  }
  return <OngoingCall call={call} machine={machine} sound={sound} place={inPlace} />;
}
