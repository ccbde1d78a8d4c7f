import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTone } from './ring';

let rings: number;
let queue: (() => unknown)[];
let stops: (() => void)[];

/** A lock that all tabs share; nobody gives it back. */
const locks = {
  request: (_: string, __: object, hold: () => unknown) => {
    queue.push(hold);
    if (queue.length === 1) {
      hold();
    }
    return new Promise(() => undefined);
  },
};

/** A tab, that the person has used or not. */
function tab(hasBeenActive: boolean) {
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive }, locks });
  stops.push(startTone('incoming'));
}

beforeEach(() => {
  rings = 0;
  queue = [];
  stops = [];
  const node = { connect: () => node, gain: { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() } };
  vi.stubGlobal(
    'AudioContext',
    class {
      constructor() {
        rings += 1;
      }
      currentTime = 0;
      destination = node;
      createGain = () => node;
      createOscillator = () => ({ ...node, frequency: {}, start: vi.fn(), stop: vi.fn() });
      close = () => Promise.resolve();
    },
  );
});

afterEach(() => {
  stops.forEach((stop) => stop());
  vi.unstubAllGlobals();
});

describe('the ring in several tabs', () => {
  it('is heard in the one that may play, whichever heard of the call first', () => {
    tab(false);
    expect(rings).toBe(0);
    tab(true);
    expect(rings).toBe(1);
  });

  it('is heard once', () => {
    tab(true);
    tab(true);
    expect(rings).toBe(1);
  });

  it('is heard with the first touch where no tab was used yet', () => {
    tab(false);
    document.dispatchEvent(new Event('pointerdown'));
    expect(rings).toBe(1);
  });

  it('is not heard after the call, whatever is touched then', () => {
    tab(false);
    stops.forEach((stop) => stop());
    document.dispatchEvent(new Event('pointerdown'));
    expect(rings).toBe(0);
  });
});
