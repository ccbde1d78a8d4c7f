import { type Ceiling, ceilingOf } from '../machine/ceiling';
import type { IceSettings, MediaKind, Peer, PeerEvents, PeerStats } from '../machine/ports';
import { hasChannel } from '../machine/sdp';
import type { Candidate, Description } from '../machine/wire';

/** Both sides open the channel by its number, so that nothing has to be negotiated for it. */
const CHANNEL = { negotiated: true, id: 0 } as const;

/**
 * An RTCPeerConnection with one sound and one picture in each direction. What is sent changes by
 * replacing tracks, which needs no new negotiation.
 */
export class BrowserPeer implements Peer {
  readonly #connection: RTCPeerConnection;
  readonly #tracks: Record<MediaKind, MediaStreamTrack | null> = { audio: null, video: null };
  #channel: RTCDataChannel | null = null;

  constructor(
    settings: IceSettings,
    private readonly events: PeerEvents,
  ) {
    const connection = new RTCPeerConnection({ ...settings, bundlePolicy: 'max-bundle' });
    this.#connection = connection;
    connection.onicecandidate = ({ candidate }) => {
      if (candidate !== null && candidate.candidate !== '') events.candidate(candidate.toJSON() as Candidate);
    };
    connection.onconnectionstatechange = () => events.state(connection.connectionState);
    connection.ontrack = ({ track }) => events.track(track);
    connection.onnegotiationneeded = () => events.negotiationNeeded();
  }

  isStable(): boolean {
    return this.#connection.signalingState === 'stable';
  }

  hasLocalOffer(): boolean {
    return this.#connection.signalingState === 'have-local-offer';
  }

  async offer({ iceRestart }: { iceRestart: boolean }): Promise<Description> {
    if (this.#connection.getTransceivers().length === 0) {
      this.#connection.addTransceiver('audio');
      this.#connection.addTransceiver('video');
      this.#openChannel();
      await this.#sendAll();
    }
    await this.#connection.setLocalDescription(await this.#connection.createOffer({ iceRestart }));
    return this.#described();
  }

  async answer(): Promise<Description> {
    for (const transceiver of this.#connection.getTransceivers()) transceiver.direction = 'sendrecv';
    await this.#sendAll();
    await this.#connection.setLocalDescription();
    return this.#described();
  }

  async apply(description: Description): Promise<void> {
    await this.#connection.setRemoteDescription(description);
    if (hasChannel(description.sdp)) this.#openChannel();
  }

  async addCandidate(candidate: Candidate): Promise<void> {
    const { sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = candidate;
    await this.#connection.addIceCandidate({ candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment });
  }

  async send(kind: MediaKind, track: MediaStreamTrack | null): Promise<void> {
    this.#tracks[kind] = track;
    const transceiver = this.#connection.getTransceivers().find((each) => each.receiver.track.kind === kind);
    if (transceiver === undefined) return;
    await transceiver.sender.replaceTrack(track);
    await limit(transceiver.sender, ceilingOf(kind, { small: isSmall(), detail: track?.contentHint === 'detail' }));
  }

  tell(text: string): void {
    if (this.#channel?.readyState === 'open') {
      this.#channel.send(text);
    }
  }

  useIce(settings: IceSettings): void {
    this.#connection.setConfiguration({ ...this.#connection.getConfiguration(), ...settings });
  }

  async stats(): Promise<PeerStats> {
    const sum: PeerStats = {
      packetsReceived: 0,
      packetsLost: 0,
      framesDecoded: 0,
      packetsSent: 0,
      sentPacketsLost: 0,
      outgoingBitsPerSecond: null,
      roundTripTime: null,
    };
    const report = await this.#connection.getStats();
    report.forEach((entry: RTCInboundRtpStreamStats & RTCOutboundRtpStreamStats & RTCIceCandidatePairStats) => {
      switch (entry.type) {
        case 'inbound-rtp':
          sum.packetsReceived += entry.packetsReceived ?? 0;
          sum.packetsLost += entry.packetsLost ?? 0;
          sum.framesDecoded += entry.framesDecoded ?? 0;
          break;
        case 'outbound-rtp':
          sum.packetsSent += entry.packetsSent ?? 0;
          break;
        case 'remote-inbound-rtp':
          sum.sentPacketsLost += entry.packetsLost ?? 0;
          break;
        case 'candidate-pair':
          if (entry.nominated === true) {
            sum.roundTripTime = entry.currentRoundTripTime ?? sum.roundTripTime;
            sum.outgoingBitsPerSecond = entry.availableOutgoingBitrate ?? sum.outgoingBitsPerSecond;
          }
      }
    });
    return sum;
  }

  close(): void {
    this.#connection.close();
  }

  async #sendAll(): Promise<void> {
    await this.send('audio', this.#tracks.audio);
    await this.send('video', this.#tracks.video);
  }

  #openChannel(): void {
    if (this.#channel !== null) return;
    const channel = this.#connection.createDataChannel('media', CHANNEL);
    channel.onopen = () => this.events.channel();
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') this.events.message(data);
    };
    this.#channel = channel;
  }

  #described(): Description {
    const description = this.#connection.localDescription;
    if (description === null) throw new Error('There is no description.');
    return { type: description.type as Description['type'], sdp: description.sdp };
  }
}

/** A browser that knows no ceiling, or not yet, sends as it thinks best. */
async function limit(sender: RTCRtpSender, { bitsPerSecond, degradation }: Ceiling): Promise<void> {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings as (RTCRtpEncodingParameters | undefined)[];
  if (encoding === undefined) return;
  encoding.maxBitrate = bitsPerSecond;
  if (degradation !== undefined) parameters.degradationPreference = degradation;
  await sender.setParameters(parameters).catch(() => undefined);
}

function isSmall(): boolean {
  return window.matchMedia('(max-width: 599px), (max-height: 599px)').matches;
}
