import { holdAlone } from '@/shared/browser';

/** A ring made in code. It is silent until the person has used the page once, as browsers want it. */
export type Tone = 'incoming' | 'outgoing';

const PATTERNS: Record<
  Tone,
  { everyMs: number; notes: [at: number, hertz: number, seconds: number][]; volume: number }
> = {
  incoming: {
    everyMs: 3_000,
    notes: [
      [0, 660, 0.35],
      [0.4, 880, 0.35],
      [0.9, 660, 0.35],
      [1.3, 880, 0.35],
    ],
    volume: 0.25,
  },
  outgoing: { everyMs: 4_000, notes: [[0, 425, 1]], volume: 0.08 },
};

/** Rings until the result is called. */
export function startTone(tone: Tone): () => void {
  let stopped = false;
  const stops: (() => void)[] = [];
  const begin = () => {
    if (!stopped) stops.push(repeat(tone));
  };
  const ring = () => {
    if (stopped) return;
    if (tone === 'incoming') stops.push(holdAlone('ring', begin));
    else begin();
  };
  if (mayPlay()) ring();
  // A tab that may not play must not keep one that may from ringing; with the first touch it may.
  else stops.push(onFirstTouch(ring));
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}

/** One short sound for the speaker test, on the chosen speaker where the browser lets a page choose. */
export async function playOnce(speaker: string | undefined): Promise<void> {
  const context: AudioContext & { setSinkId?: (id: string) => Promise<void> } = new AudioContext();
  if (speaker !== undefined) {
    await context.setSinkId?.(speaker).catch(() => undefined);
  }
  play(context, 'incoming');
  setTimeout(() => void context.close(), 2_000);
}

function onFirstTouch(run: () => void): () => void {
  const events = ['pointerdown', 'keydown'] as const;
  const stop = () => events.forEach((event) => document.removeEventListener(event, touched, true));
  const touched = () => {
    stop();
    run();
  };
  events.forEach((event) => document.addEventListener(event, touched, true));
  return stop;
}

function mayPlay(): boolean {
  // Browsers without the question let the sound stay silent by themselves.
  const { userActivation } = navigator as { userActivation?: UserActivation };
  return userActivation?.hasBeenActive ?? true;
}

function repeat(tone: Tone): () => void {
  const context = new AudioContext();
  const ring = () => {
    play(context, tone);
    if (tone === 'incoming' && 'vibrate' in navigator) navigator.vibrate([400, 200, 400]);
  };
  ring();
  const timer = setInterval(ring, PATTERNS[tone].everyMs);
  return () => {
    clearInterval(timer);
    if (tone === 'incoming' && 'vibrate' in navigator) navigator.vibrate(0);
    void context.close();
  };
}

function play(context: AudioContext, tone: Tone): void {
  const { notes, volume } = PATTERNS[tone];
  for (const [at, hertz, seconds] of notes) {
    const start = context.currentTime + at;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(volume, start + 0.03);
    gain.gain.setValueAtTime(volume, start + seconds - 0.05);
    gain.gain.linearRampToValueAtTime(0, start + seconds);
    const note = context.createOscillator();
    note.frequency.value = hertz;
    note.connect(gain).connect(context.destination);
    note.start(start);
    note.stop(start + seconds);
  }
}
