import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENT, show, loggedIn, withBrowser } from '@/test/show';
import type { CallMachine } from '../machine/CallMachine';
import { type CallSnapshot, type EndReason, firstMedia, firstSnapshot } from '../machine/snapshot';
import { World } from '../testing/World';
import { CallEnd } from './CallEnd';
import { CallState } from './CallScreen';
import { Controls } from './Controls';
import { MiniCall } from './MiniCall';
import { PreCall } from './PreCall';

const peer = { id: 'doctor', name: 'Dr. Marta Vidal', avatar: null };
const session = loggedIn(PATIENT);

function call(change: Partial<CallSnapshot> = {}): CallSnapshot {
  const facts = { direction: 'outgoing', callId: '1', peer, media: 'video', appointmentId: null } as const;
  return { ...firstSnapshot({ ...facts, bothCalled: false }), phase: 'active', connectedAt: 0, ...change };
}

function machine(): CallMachine {
  return new World().tab('ann').machine;
}

const nothing = () => undefined;

beforeEach(() => {
  withBrowser();
  vi.stubGlobal(
    'MediaStream',
    class {
      constructor(readonly tracks: MediaStreamTrack[]) {}
    },
  );
  HTMLMediaElement.prototype.play = () => Promise.resolve();
  Element.prototype.getClientRects = () => [{}] as unknown as DOMRectList;
  return () => vi.unstubAllGlobals();
});

describe('a minimised call', () => {
  const other = {
    ...firstMedia().other,
    microphone: true,
    camera: true,
    videoTrack: {} as MediaStreamTrack,
  };

  it('keeps its picture', () => {
    show(<MiniCall call={call({ other })} machine={machine()} open={nothing} />, { session });
    expect(screen.getByLabelText(peer.name).tagName).toBe('VIDEO');
  });

  it('has none of a camera that is off', () => {
    show(<MiniCall call={call({ other: { ...other, camera: false } })} machine={machine()} open={nothing} />, {
      session,
    });
    expect(screen.queryByLabelText(peer.name)).toBeNull();
  });
});

describe('the state of a call', () => {
  it('says when the two are connected, in a status that was there before', () => {
    const { again } = show(<CallState call={call({ phase: 'connecting', connectedAt: null })} />, { session });
    const status = screen.getByRole('status');
    expect(status.textContent).not.toContain('Connected.');
    again(<CallState call={call()} />);
    expect(screen.getByRole('status')).toBe(status);
    expect(status.textContent).toContain('Connected.');
  });
});

describe('the end of a call', () => {
  const end = (reason: EndReason) => {
    const ending = { reason, byMe: false, durationMs: null };
    const ways = { callAgain: nothing, moveHere: nothing, close: nothing };
    show(<CallEnd call={call()} ending={ending} isDoctor={false} {...ways} />, { session });
    return screen.getByRole('dialog');
  };

  it.each(['moved', 'answered_elsewhere', 'in_other_call'] as const)(
    'is none where it goes on elsewhere: %s',
    (reason) => {
      const dialog = end(reason);
      expect(dialog.textContent).not.toContain('Call ended');
      within(dialog).getByRole('heading', { name: 'The call is on another device or tab' });
    },
  );

  it('is of the visit where this person did not cancel', () => {
    expect(end('cancelled').textContent).toContain('The call stopped because the visit was cancelled.');
  });

  it('is said where it is one', () => {
    within(end('lost')).getByRole('heading', { name: 'Call ended' });
  });
});

describe('the check before a call', () => {
  const check = (media: 'video' | 'audio') => {
    const getUserMedia = vi
      .fn<(wanted: MediaStreamConstraints) => Promise<{ getTracks: () => [] }>>()
      .mockResolvedValue({ getTracks: () => [] });
    const rest = {
      enumerateDevices: () => Promise.resolve([]),
      addEventListener: nothing,
      removeEventListener: nothing,
    };
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia, ...rest } });
    show(<PreCall request={{ person: peer, media }} call={nothing} close={nothing} />, { session });
    return getUserMedia;
  };

  it('of "Audio only" asks for no camera', async () => {
    const asked = check('audio');
    fireEvent.click(screen.getByRole('button', { name: 'Check microphone' }));
    await waitFor(() => expect(asked).toHaveBeenCalled());
    expect(asked.mock.calls.map(([wanted]) => wanted.video)).toEqual([false]);
  });

  it('of a video call asks for both', async () => {
    const asked = check('video');
    fireEvent.click(screen.getByRole('button', { name: 'Check camera and microphone' }));
    await waitFor(() => expect(asked).toHaveBeenCalled());
    expect(asked.mock.calls[0]?.[0]).toMatchObject({ audio: {}, video: {} });
  });
});

describe('the bar of a call', () => {
  it('is one stop of Tab, and its buttons are reached by arrows, Home and End', () => {
    show(
      <Controls
        call={call()}
        machine={machine()}
        isFull={false}
        toggleFull={null}
        openDevices={nothing}
        docked={false}
        resize={nothing}
      />,
      { session },
    );
    const buttons = within(screen.getByRole('toolbar')).getAllByRole('button');
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1]);
    buttons[0]?.focus();
    const press = (key: string) => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
      return buttons.findIndex((button) => button === document.activeElement);
    };
    expect(['ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'ArrowRight', 'ArrowLeft', 'Home'].map(press)).toEqual([
      1, 2, 1, 4, 0, 4, 0,
    ]);
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1]);
  });
});
