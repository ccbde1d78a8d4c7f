import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Appointment } from '@/shared/api';
import { appointmentQuery } from '@/shared/appointments';
import { forgetDrafts } from '@/shared/forms';
import { appointmentAt, type Asked, DOCTOR, loggedIn, serve, show, withBrowser } from '@/test/show';
import { LeftOver } from './LeftOver';

const visit = (id: string, patient: string): Appointment => {
  const appointment = appointmentAt(new Date('2099-05-06T09:00:00Z'));
  return { ...appointment, id, patient: { ...appointment.patient, id: patient, name: `Name of ${patient}` } };
};
const VISITS = [visit('v1', 'ann'), visit('v2', 'ben'), visit('v3', 'ann')];

let refused: Map<string, object>;
let asked: Asked[];

beforeEach(() => {
  withBrowser();
  forgetDrafts();
  refused = new Map();
  asked = serve(({ path, body }) => {
    const refusal = refused.get(path);
    refused.delete(path);
    if (refusal !== undefined) {
      return refusal;
    }
    const visitOf = VISITS.find(({ id }) => path.includes(`/${id}/`));
    return visitOf === undefined
      ? { message: messageTo(path.split('/').at(-1) ?? '', body as { text: string; clientId: string }) }
      : { appointment: { ...visitOf, status: 'cancelled' } };
  });
  return () => vi.unstubAllGlobals();
});

function messageTo(receiverId: string, { text, clientId }: { text: string; clientId: string }) {
  return {
    id: clientId,
    seq: 1,
    senderId: 'doctor',
    receiverId,
    text,
    image: null,
    document: null,
    clientId,
    createdAt: '2099-05-01T09:00:00.000Z',
    readAt: null,
  };
}

const dismissed = vi.fn();
const open = () => show(<LeftOver appointments={VISITS} onDismiss={dismissed} />, { session: loggedIn(DOCTOR) });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const write = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } });
const confirm = (name: string) => fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));

describe('visits that no longer fit the schedule', () => {
  it('can be written to, once for each patient', async () => {
    const { notices } = open();
    press('Message all');
    expect(screen.getByRole('heading', { name: 'Message 2 patients' })).toBeVisible();
    write(' I am ill. ');
    confirm('Message all');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.map(({ path, body }) => [path, (body as { text: string }).text])).toEqual([
      ['/api/messages/ann', 'I am ill.'],
      ['/api/messages/ben', 'I am ill.'],
    ]);
    expect(notices.map(({ text }) => text)).toEqual(['2 messages are sent.']);
  });

  it('each get a link to themselves, where the patient chooses another time', async () => {
    open();
    press('Propose other times');
    confirm('Propose other times');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const texts = asked.map(({ body }) => (body as { text: string }).text);
    expect(texts.map((text) => /\/visits\/(\w+)$/.exec(text)?.[1])).toEqual(['v1', 'v2', 'v3']);
    expect(texts[0]).toContain('Please choose another time.');
    expect(new Set(asked.map(({ body }) => (body as { clientId: string }).clientId)).size).toBe(3);
  });

  it('are cancelled with a reason, and leave the list', async () => {
    open();
    press('Cancel all');
    confirm('Cancel all');
    expect(screen.getAllByText('Enter what the patients should read.').length).toBeGreaterThan(0);
    expect(asked).toEqual([]);
    write('The practice is closed.');
    confirm('Cancel all');
    await waitFor(() => expect(screen.queryByText(/no longer fit/)).toBeNull());
    expect(asked.map(({ path, body }) => [path, body])).toEqual(
      ['v1', 'v2', 'v3'].map((id) => [`/api/appointments/${id}/cancel`, { reason: 'The practice is closed.' }]),
    );
  });

  it('leave the list when another page has learnt that they were moved or ended', async () => {
    const { queries } = open();
    screen.getByText(/^3 visits no longer fit/);
    const { queryKey } = appointmentQuery('v1');
    act(() => void queries.setQueryData(queryKey, { ...visit('v1', 'ann'), startsAt: '2099-05-07T09:00:00.000Z' }));
    await screen.findByText(/^2 visits no longer fit/);
    act(
      () => void queries.setQueryData(appointmentQuery('v2').queryKey, { ...visit('v2', 'ben'), status: 'cancelled' }),
    );
    await screen.findByText(/^1 visit no longer fits/);
    expect(asked).toEqual([]);
  });

  it('can be hidden, which keeps the place of the keyboard', () => {
    open();
    press('Hide this list');
    expect(dismissed).toHaveBeenCalledOnce();
    expect(screen.getByRole('status')).toHaveFocus();
  });

  it('that could not be written to are named, and only they are tried again', async () => {
    refused.set('/api/messages/ann', { status: 503, code: 'unavailable' });
    open();
    press('Message all');
    write('I am ill.');
    confirm('Message all');
    expect(await screen.findByText(/^Name of ann: /)).toBeVisible();
    const first = asked[0]?.body;
    confirm('Message all');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.map(({ path }) => path)).toEqual(['/api/messages/ann', '/api/messages/ben', '/api/messages/ann']);
    expect(asked[2]?.body).toEqual(first);
  });
});
