import type { Loopback } from './checkConnection';

/** About what a packet of a picture has. */
const BYTES = 1_000;
const CHANNEL = { negotiated: true, id: 0, ordered: false, maxRetransmits: 0 } as const;

/** Connects this page with itself. */
export function openLoopback(iceServers: RTCIceServer[], relayOnly: boolean, heard: (id: number) => void): Loopback {
  const settings: RTCConfiguration = { iceServers, iceTransportPolicy: relayOnly ? 'relay' : 'all' };
  const near = new RTCPeerConnection(settings);
  const far = new RTCPeerConnection(settings);
  let hasRelay = false;
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.onicecandidate = ({ candidate }) => {
      if (candidate === null) return;
      hasRelay ||= candidate.type === 'relay';
      other.addIceCandidate(candidate).catch(() => undefined);
    };
  }
  const out = near.createDataChannel('check', CHANNEL);
  const back = far.createDataChannel('check', CHANNEL);
  for (const channel of [out, back]) channel.binaryType = 'arraybuffer';
  back.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    if (back.readyState === 'open') back.send(data);
  };
  out.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => heard(new DataView(data).getUint32(0));

  const opened = new Promise<void>((done, fail) => {
    out.onopen = () => done();
    near.onconnectionstatechange = () => {
      if (near.connectionState === 'failed') fail(new Error('no way'));
    };
    negotiate(near, far).catch(fail);
  });
  return {
    opened,
    hasRelay: () => hasRelay,
    send(id) {
      if (out.readyState !== 'open') return;
      const packet = new DataView(new ArrayBuffer(BYTES));
      packet.setUint32(0, id);
      out.send(packet.buffer);
    },
    close() {
      near.close();
      far.close();
    },
  };
}

async function negotiate(near: RTCPeerConnection, far: RTCPeerConnection): Promise<void> {
  await near.setLocalDescription();
  await far.setRemoteDescription(described(near));
  await far.setLocalDescription();
  await near.setRemoteDescription(described(far));
}

function described({ localDescription }: RTCPeerConnection): RTCSessionDescription {
  if (localDescription === null) throw new Error('There is no description.');
  return localDescription;
}
