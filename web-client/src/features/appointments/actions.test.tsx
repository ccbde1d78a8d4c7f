import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Appointment } from '@/shared/api';
import { forgetDrafts } from '@/shared/forms';
import { currentTime } from '@/shared/time';
import { DOCTOR, PATIENT, serve, show, loggedIn, appointmentAt, withBrowser } from '@/test/show';
import { DoctorActions } from './DoctorActions';
import { PatientActions } from './PatientActions';
import { useNotesForm } from './useNotesForm';

beforeEach(() => {
  withBrowser();
  forgetDrafts();
  return () => vi.unstubAllGlobals();
});

const MINUTE = 60_000;
const inMinutes = (minutes: number, more: Partial<Appointment> = {}) =>
  appointmentAt(new Date(currentTime().getTime() + minutes * MINUTE), more);
const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

const FIELD = 'notes';

function Actions({ appointment }: { appointment: Appointment }) {
  const notes = useNotesForm(appointment);
  return (
    <>
      <textarea
        aria-label={FIELD}
        value={notes.values.notes}
        onChange={({ target }) => notes.set('notes', target.value)}
      />
      <DoctorActions appointment={appointment} notes={notes} />
    </>
  );
}

describe('what a doctor can do with an appointment', () => {
  const doctor = (appointment: Appointment) =>
    show(<Actions appointment={appointment} />, { session: loggedIn(DOCTOR) });

  it('is not to complete it, nor to say that the patient did not come, before it has begun', () => {
    doctor(inMinutes(1));
    expect(buttons()).toEqual(['Add to calendar', 'Move this visit', 'Cancel this visit']);
  });

  it('is to admit who waits, before anything else', () => {
    const look = (appointment: Appointment) => {
      const { unmount } = doctor(appointment);
      const { className } = screen.getByRole('button', { name: 'Complete the visit' });
      unmount();
      return className;
    };
    const appointment = inMinutes(-1);
    expect(look(appointment)).toContain('primary');
    const waiting = { since: appointment.startsAt, present: true };
    expect(look({ ...appointment, waiting })).not.toContain('primary');
    expect(look({ ...appointment, waiting: { ...waiting, present: false } })).toContain('primary');
  });

  it('is to complete it once it has begun, which asks first and saves the notes with it', async () => {
    const appointment = inMinutes(-1);
    const asked = serve(({ path }) => ({
      appointment: { ...appointment, version: path.endsWith('/notes') ? 2 : 3, notes: 'Rest' },
    }));
    doctor(appointment);
    expect(buttons()).toEqual(['Complete the visit', 'Move this visit', 'Patient did not come', 'Cancel this visit']);
    fireEvent.change(screen.getByLabelText(FIELD), { target: { value: 'Rest' } });
    fireEvent.click(screen.getByRole('button', { name: 'Complete the visit' }));
    const dialog = within(await screen.findByRole('dialog'));
    dialog.getByText('The notes that you typed are saved with it.');
    expect(asked).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Complete the visit' }));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked.map(({ path, body }) => [path.split('/').at(-1), body])).toEqual([
      ['notes', { notes: 'Rest' }],
      ['complete', null],
    ]);
  });

  it('is to type on while it is completed, of which nothing is lost', async () => {
    const appointment = inMinutes(-1);
    let reply: () => void = () => undefined;
    serve(
      ({ path }) =>
        new Promise((resolve) => {
          const changed = { ...appointment, version: path.endsWith('/notes') ? 2 : 3, notes: 'Rest' };
          reply = () => resolve({ appointment: changed });
        }),
    );
    const { notices } = doctor(appointment);
    const field = screen.getByLabelText<HTMLTextAreaElement>(FIELD);
    fireEvent.change(field, { target: { value: 'Rest' } });
    fireEvent.click(screen.getByRole('button', { name: 'Complete the visit' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Complete the visit' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Not yet' }));
    fireEvent.change(field, { target: { value: 'Rest, and tea' } });
    await waitFor(() => {
      reply();
      expect(notices).toHaveLength(1);
    });
    expect(field.value).toBe('Rest, and tea');
  });

  it('is to confirm a request only before its start', () => {
    doctor(inMinutes(1, { status: 'pending' }));
    expect(buttons()).toContain('Confirm');
  });

  it('is only to decline a request whose start has passed, or to move it', () => {
    doctor(inMinutes(-1, { status: 'pending' }));
    expect(buttons()).toEqual(['Decline', 'Move this visit', 'Cancel this visit']);
  });
});

describe('what a patient can do with an appointment', () => {
  it('is to move and to cancel it, before it has begun', () => {
    show(<PatientActions appointment={inMinutes(1)} />, { session: loggedIn(PATIENT) });
    expect(buttons()).toEqual(['Add to calendar', 'Move this visit', 'Cancel this visit']);
  });

  it('is nothing that the server would refuse, once it has begun', () => {
    show(<PatientActions appointment={inMinutes(-1)} />, { session: loggedIn(PATIENT) });
    expect(buttons()).toEqual([]);
  });
});
