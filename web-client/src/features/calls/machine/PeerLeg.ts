import { LocalMedia } from './LocalMedia';
import { mediaMessage, parseMediaMessage } from './mediaMessage';
import { PeerLink, type LinkEvents } from './PeerLink';
import type { CallPorts, MediaKind } from './ports';
import { QualityWatch } from './QualityWatch';
import { Recovery, type RecoveryEvents } from './Recovery';
import { ScreenShare } from './ScreenShare';
import { firstMedia, type CallSnapshot, type OtherMedia, type SentMedia } from './snapshot';
import { VoiceFirst } from './VoiceFirst';
import type { Candidate, Description } from './wire';

export interface PeerLegEvents extends Pick<RecoveryEvents, 'connected' | 'reconnecting' | 'gaveUp'> {
  /** What the other side must be told about the connection, through the server. */
  description(description: Description): void;
  candidate(candidate: Candidate): void;
  /** The other side's connection is known, or is another one now. */
  session(session: string): void;
  /** What is sent, what is received, or the quality has changed. */
  changed(change: Partial<Pick<CallSnapshot, 'own' | 'other' | 'quality'>>): void;
}

/** What the person can do with what is sent, beside turning it on and off. */
export interface MediaControls {
  /** Sends the picture although the line is weak. */
  sendVideoAnyway(): void;
  /** Sends a screen or a window, which the browser asks for, in place of the camera's picture. */
  shareScreen(): void;
  stopSharing(): void;
  /** Takes the camera on the other side of the phone. */
  flipCamera(): void;
}

/** This device's side of a call as the other device sees it: the media, and the connection that carries them. */
export class PeerLeg implements MediaControls {
  readonly #media: LocalMedia;
  readonly #screen: ScreenShare;
  readonly #link: PeerLink;
  readonly #recovery: Recovery;
  readonly #quality: QualityWatch;
  readonly #voiceFirst: VoiceFirst;
  #other: OtherMedia = firstMedia().other;

  /**
   * @param polite whether this side gives way when two offers cross
   * @param gone the other side's session before the reload of this page
   */
  constructor(
    ports: Pick<CallPorts, 'clock' | 'media' | 'peers'>,
    private readonly events: PeerLegEvents,
    polite: boolean,
    gone: string | null,
  ) {
    this.#link = new PeerLink(ports.peers, polite, this.#linkEvents(), gone);
    this.#media = new LocalMedia(ports.media, {
      track: (kind, track) => {
        if (kind === 'audio') this.#link.send(kind, track);
        else this.#sendVideo();
      },
      changed: () => this.#ownChanged(),
    });
    const videoChanged = () => {
      this.#sendVideo();
      this.#ownChanged();
    };
    this.#screen = new ScreenShare(ports.media, videoChanged);
    this.#voiceFirst = new VoiceFirst(ports.clock, videoChanged);
    this.#recovery = new Recovery(ports.clock, polite, {
      connected: () => this.#connected(),
      reconnecting: () => events.reconnecting(),
      restart: () => void this.#link.restart(),
      renew: () => void this.#link.renew(),
      gaveUp: (never) => events.gaveUp(never),
    });
    this.#quality = new QualityWatch(
      ports.clock,
      () => this.#link.stats(),
      () => this.#other.camera === true && !this.#other.videoPaused,
      {
        judged: (quality) => events.changed({ quality }),
        line: (line) => this.#voiceFirst.heard(line, this.#own().camera || this.#own().screen),
      },
    );
  }

  /** Asks for the microphone, and for the camera where it is wanted; done when the person has decided. */
  startMedia(video: boolean): Promise<void> {
    return this.#media.start({ audio: true, video });
  }

  setMedia(kind: MediaKind, on: boolean): void {
    void this.#media.set(kind, on);
  }

  useDevice(kind: MediaKind, deviceId: string): void {
    void this.#media.use(kind, deviceId);
  }

  sendVideoAnyway(): void {
    this.#voiceFirst.insist();
  }

  shareScreen(): void {
    void this.#screen.start();
  }

  stopSharing(): void {
    this.#screen.stop();
  }

  flipCamera(): void {
    void this.#media.flip();
  }

  wakeMedia(): void {
    void this.#media.wake();
  }

  /** Opens a new connection and offers it, unless the other side has come first. */
  open(): Promise<void> {
    return this.#link.open();
  }

  receive(description: Description): Promise<void> {
    return this.#link.receive(description);
  }

  addCandidate(candidate: Candidate): void {
    this.#link.addCandidate(candidate);
  }

  /**
   * Both sides know of each other; from now on there should be a connection, and one that is lost is brought back.
   *
   * @param again whether the two were connected before the reload of this page
   */
  begin(again: boolean): void {
    this.#recovery.start(again);
  }

  signalingLost(): void {
    this.#recovery.signalingLost();
  }

  signalingBack(): void {
    this.#recovery.signalingBack();
  }

  /** Releases the devices and the connection. */
  close(): void {
    this.#recovery.stop();
    this.#quality.stop();
    this.#link.close();
    this.#media.release();
    this.#screen.release();
  }

  #linkEvents(): LinkEvents {
    return {
      description: (description) => this.events.description(description),
      candidate: (candidate) => this.events.candidate(candidate),
      session: (session) => this.events.session(session),
      state: (state) => this.#recovery.state(state),
      track: (track) => this.#otherChanged(track.kind === 'audio' ? { audioTrack: track } : { videoTrack: track }),
      channel: () => this.#link.tell(mediaMessage(this.#own())),
      message: (text) => this.#otherChanged(parseMediaMessage(text) ?? {}),
    };
  }

  #connected(): void {
    this.events.connected();
    this.#voiceFirst.connected();
    this.#quality.start();
  }

  #sendVideo(): void {
    const track = this.#screen.track ?? this.#media.state().videoTrack;
    this.#link.send('video', this.#voiceFirst.paused ? null : track);
  }

  #own(): SentMedia {
    const screen = this.#screen.track !== null;
    return { ...this.#media.state(), screen, videoPaused: this.#voiceFirst.paused };
  }

  #ownChanged(): void {
    const own = this.#own();
    this.events.changed({ own });
    this.#link.tell(mediaMessage(own));
  }

  #otherChanged(change: Partial<OtherMedia>): void {
    this.#other = { ...this.#other, ...change };
    this.events.changed({ other: this.#other });
  }
}
