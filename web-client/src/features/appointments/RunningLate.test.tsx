import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appointmentAt, type Asked, DOCTOR, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { DoctorIsLate, SayRunningLate } from './RunningLate';

const HOUR = 3_600_000;
let late: number;
let asked: Asked[];
let refused: boolean;

beforeEach(() => {
  withBrowser();
  late = 0;
  refused = false;
  asked = serve(({ method }) => {
    if (method === 'GET') {
      return { runningLateMinutes: late };
    }
    return refused ? { status: 429, code: 'rate_limited' } : {};
  });
  return () => vi.unstubAllGlobals();
});

const said = () => asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);

describe('a doctor who is late', () => {
  it('says by how much', async () => {
    show(<SayRunningLate />, { session: loggedIn(DOCTOR) });
    fireEvent.change(screen.getByLabelText(/^Running late/), { target: { value: '20' } });
    await waitFor(() => expect(said()).toEqual([{ minutes: 20 }]));
  });

  it('sees what was said before, whatever number it is', async () => {
    late = 7;
    show(<SayRunningLate />, { session: loggedIn(DOCTOR) });
    await screen.findByRole('option', { name: '7 minutes late' });
    expect(screen.getByLabelText<HTMLSelectElement>(/^Running late/).value).toBe('7');
  });

  it('is told when it could not be said', async () => {
    refused = true;
    show(<SayRunningLate />, { session: loggedIn(DOCTOR) });
    fireEvent.change(screen.getByLabelText(/^Running late/), { target: { value: '20' } });
    await screen.findByText(/Try again/);
    expect(screen.getByLabelText<HTMLSelectElement>(/^Running late/).value).toBe('0');
  });
});

describe('the patient of a doctor who is late', () => {
  const words = 'Dr. Marta Vidal is running about 20 minutes late.';
  const visit = (inHours: number, status: 'scheduled' | 'pending' = 'scheduled') =>
    show(<DoctorIsLate appointment={appointmentAt(new Date(Date.now() + inHours * HOUR), { status })} />, {
      session: loggedIn(PATIENT),
    });

  it('sees it at a visit that is near', async () => {
    late = 20;
    visit(1);
    await screen.findByText(words);
  });

  it('sees it while they wait for a visit that should be over', async () => {
    late = 20;
    const waiting = { since: new Date(Date.now()).toISOString(), present: true };
    const status = 'scheduled';
    show(<DoctorIsLate appointment={appointmentAt(new Date(Date.now() - HOUR), { status, waiting })} />, {
      session: loggedIn(PATIENT),
    });
    await screen.findByText(words);
  });

  it.each([
    ['another day', 9, 'scheduled'],
    ['over', -1, 'scheduled'],
    ['not confirmed', 1, 'pending'],
  ] as const)('is not even asked about a visit that is %s', (_, inHours, status) => {
    late = 20;
    visit(inHours, status);
    expect(asked).toEqual([]);
    expect(screen.queryByText(words)).toBeNull();
  });
});
