import { useQuery } from '@tanstack/react-query';
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Appointment } from '@/shared/api';
import { appointmentQuery } from '@/shared/appointments';
import { forgetDrafts } from '@/shared/forms';
import { currentTime } from '@/shared/time';
import { appointmentAt, type Asked, DOCTOR, loggedIn, serve, show, withBrowser } from '@/test/show';
import { DoctorNotes } from './DoctorNotes';
import { useNotesForm } from './useNotesForm';
import { useNotesSaver } from './useNotesSaver';

let stored: Appointment;
let answers: ((asked: Asked) => object | number | Promise<object | number> | undefined)[];
let saved: string[];

/** A server that keeps the notes, with versions; `answers` go first, one for each try to save. */
function server() {
  serve((asked) => {
    if (asked.method !== 'PUT') {
      return asked.path.endsWith('/appointments') ? { appointments: [], nextCursor: null } : { appointment: stored };
    }
    const { notes } = asked.body as { notes: string };
    const instead = answers.shift()?.(asked);
    if (instead !== undefined) {
      return instead;
    }
    saved.push(notes);
    stored = { ...stored, notes: notes.trim(), version: stored.version + 1 };
    return { appointment: stored };
  });
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  withBrowser();
  forgetDrafts();
  stored = { ...appointmentAt(currentTime()), notes: null };
  answers = [];
  saved = [];
  server();
});
afterEach(() => vi.useRealTimers());

function Page() {
  const { data } = useQuery(appointmentQuery(stored.id));
  return data !== undefined && <Notes appointment={data} />;
}

function Notes({ appointment }: { appointment: Appointment }) {
  const form = useNotesForm(appointment);
  return <DoctorNotes appointment={appointment} form={form} saver={useNotesSaver(appointment, form)} />;
}

const field = () => screen.getByLabelText<HTMLTextAreaElement>("Doctor's notes");
/** The real one: bodies of replies are read in turns of their own. */
const turn = setTimeout;

/** Lets the time pass, and then all answers come. */
const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
    for (let turns = 0; turns < 10; turns++) {
      await new Promise((resolve) => turn(resolve, 0));
    }
  });

async function open() {
  const page = show(<Page />, { session: loggedIn(DOCTOR) });
  await pass(0);
  return page;
}
function type(text: string) {
  fireEvent.change(field(), { target: { value: text } });
}

describe('notes that save themselves', () => {
  it('are saved after a pause, and say when', async () => {
    await open();
    type('Rest');
    await pass(1_400);
    expect(saved).toEqual([]);
    screen.getByText('Saves in a moment');
    await pass(100);
    expect(saved).toEqual(['Rest']);
    screen.getByText(/^Saved /);
    await pass(60_000);
    expect(saved).toEqual(['Rest']);
  });

  it('are saved every ten seconds while somebody types on and on', async () => {
    await open();
    for (let i = 1; i <= 11; i++) {
      type('x'.repeat(i));
      await pass(1_000);
    }
    expect(saved).toEqual(['x'.repeat(10)]);
  });

  it('keep what is typed while a save is under way, and the space that the server does not store', async () => {
    await open();
    let answer: (reply: object) => void = () => undefined;
    answers = [() => new Promise((resolve) => (answer = resolve))];
    field().focus();
    type('Rest ');
    await pass(1_500);
    type('Rest and');
    stored = { ...stored, notes: 'Rest', version: 2 };
    await act(async () => {
      answer({ appointment: stored });
      await Promise.resolve();
    });
    await pass(0);
    expect(field().value).toBe('Rest and');
    await pass(1_500);
    expect(saved).toEqual(['Rest and']);
    type('Rest and ');
    await pass(20_000);
    expect(field().value).toBe('Rest and ');
    expect(saved).toEqual(['Rest and']);
  });

  it('say so when they cannot be sent, and are sent again', async () => {
    await open();
    answers = [() => 503, () => 503];
    type('Rest');
    await pass(1_500);
    screen.getByText(/couldn't reach the server/);
    expect(field().value).toBe('Rest');
    await pass(2_000);
    expect(saved).toEqual([]);
    await pass(4_000);
    expect(saved).toEqual(['Rest']);
    expect(screen.queryByText(/couldn't reach the server/)).toBeNull();
  });

  it('are sent when the page is left', async () => {
    const page = await open();
    type('Rest');
    page.again(null);
    await pass(0);
    expect(saved).toEqual(['Rest']);
  });

  it('wait for the doctor when somebody else has saved others, and lose neither', async () => {
    await open();
    type('Mine');
    stored = { ...stored, notes: 'Theirs', version: 5 };
    answers = [() => ({ status: 412, code: 'precondition_failed' })];
    await pass(1_500);
    await pass(60_000);
    expect(saved).toEqual([]);
    expect(field().value).toBe('Mine');
    screen.getByText('Theirs');
    fireEvent.click(screen.getByRole('button', { name: 'Combine both' }));
    await pass(1_500);
    expect(saved).toEqual(['Theirs\n\nMine']);
  });

  it('are saved also when they are changed back to what this page saved before somebody else', async () => {
    const page = await open();
    type('Mine');
    await pass(1_500);
    stored = { ...stored, notes: 'Theirs', version: 3 };
    page.again(null);
    page.again(<Page />);
    await pass(20_000);
    expect(field().value).toBe('Theirs');
    type('Mine');
    await pass(1_500);
    expect(saved).toEqual(['Mine', 'Mine']);
  });

  it('go on when the answer to an earlier save was lost', async () => {
    await open();
    answers = [
      () => {
        stored = { ...stored, notes: 'Rest', version: 2 };
        return 502;
      },
      () => ({ status: 412, code: 'precondition_failed' }),
    ];
    type('Rest');
    await pass(1_500);
    type('Rest well');
    await pass(2_000);
    expect(screen.queryByText('Newer notes were saved elsewhere')).toBeNull();
    await pass(1_500);
    await pass(1_500);
    expect(saved).toEqual(['Rest well']);
  });

  it('are not sent again and again when the server does not accept them', async () => {
    await open();
    answers = [() => ({ status: 422, code: 'limit_reached' })];
    type('Rest');
    await pass(60_000);
    expect(saved).toEqual([]);
    screen.getByRole('alert');
    type('Rest well');
    await pass(1_500);
    expect(saved).toEqual(['Rest well']);
  });

  it('wait for a press once the patient can read them', async () => {
    stored = { ...stored, status: 'completed', notes: 'Rest' };
    await open();
    type('Rest well');
    await pass(60_000);
    expect(saved).toEqual([]);
    screen.getByText('Not saved yet');
    fireEvent.click(screen.getByRole('button', { name: 'Save notes' }));
    await pass(0);
    expect(saved).toEqual(['Rest well']);
  });
});
