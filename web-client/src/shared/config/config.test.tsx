import { act, screen } from '@testing-library/react';
import { beforeEach, it, vi } from 'vitest';
import { serve, show } from '@/test/show';
import { useConfig } from '.';

beforeEach(() => {
  vi.useFakeTimers();
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

function Path() {
  return useConfig()?.signalingPath;
}

it('is asked for until the server says it', async () => {
  const limits = {
    messageLength: 1,
    passwordMin: 1,
    passwordMax: 1,
    slotDays: 1,
    pageSize: 1,
    sdpBytes: 1,
    candidateBytes: 1,
    imageBytes: 1,
  };
  const config = {
    signalingUrl: null,
    signalingPath: '/socket.io/',
    features: { images: true, turn: false, mail: false },
    limits,
  };
  let failures = 8;
  serve(() => (failures-- > 0 ? 503 : config));
  show(<Path />);
  await act(() => vi.advanceTimersByTimeAsync(300_000));
  screen.getByText('/socket.io/');
});
