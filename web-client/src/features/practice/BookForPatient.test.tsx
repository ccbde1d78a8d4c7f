import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Patient } from '@/shared/api';
import { forgetDrafts } from '@/shared/forms';
import { appointmentAt, type Asked, DOCTOR, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { BookForPatient } from './BookForPatient';

const { id, name, avatar } = PATIENT;
const patient: Patient = { ...PATIENT, id, name, avatar };
let answer: object;
let asked: Asked[];

beforeEach(() => {
  withBrowser();
  forgetDrafts();
  answer = { appointment: appointmentAt(new Date('2099-05-06T09:00:00Z')) };
  asked = serve(() => answer);
  return () => vi.unstubAllGlobals();
});

const open = (at = '/patients/patient?book=2099-05-06T09:00') =>
  show(<BookForPatient patient={patient} />, { session: loggedIn(DOCTOR), at });
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Book this visit' }));

describe('a visit that the doctor books for a patient', () => {
  it('is booked at the time that the address proposes, and that is said', async () => {
    const { notices } = open();
    fireEvent.change(screen.getByLabelText(/^Reason for the visit/), { target: { value: ' Blood pressure ' } });
    send();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      [
        'POST',
        '/api/appointments',
        { patientId: 'patient', date: '2099-05-06', startTime: '09:00', mode: 'video', reason: 'Blood pressure' },
      ],
    ]);
    expect(notices.map(({ text }) => text)).toEqual([expect.stringMatching(/^The visit with Nina Berg is booked: /)]);
    expect(window.location.search).toBe('');
  });

  it('needs a date that is not in the past, and a time', () => {
    open('/patients/patient');
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Book a visit' }));
    fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2020-01-01' } });
    send();
    expect(screen.getAllByText('Enter a date that is not in the past.').length).toBeGreaterThan(0);
    expect(screen.getAllByText('Enter when the visit begins.').length).toBeGreaterThan(0);
    expect(asked).toEqual([]);
  });

  it.each([
    ['slot_taken', 'You have another visit at that time.'],
    ['patient_busy', 'Nina Berg has another visit at that time.'],
    ['limit_reached', 'Nina Berg already has as many coming visits as are allowed.'],
    ['in_the_past', 'This time has passed.'],
  ])('says from the side of the doctor why it cannot be: %s', async (code, words) => {
    answer = { status: 409, code };
    open();
    send();
    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
    expect(screen.getByLabelText<HTMLInputElement>('Start').value).toBe('09:00');
  });
});
