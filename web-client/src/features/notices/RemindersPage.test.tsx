import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import RemindersPage from './RemindersPage';

beforeEach(() => {
  withBrowser();
  return () => vi.unstubAllGlobals();
});

const chosen = () =>
  screen
    .getAllByRole<HTMLInputElement>('checkbox')
    .filter(({ checked }) => checked)
    .map(({ labels }) => labels?.[0]?.textContent);
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

async function page(
  reminderMinutes: number[],
  answer: (body: unknown) => object | Promise<object> = (body) => body as object,
) {
  const asked = serve(({ method, body }) => (method === 'PUT' ? answer(body) : { reminderMinutes }));
  const { notices } = show(<RemindersPage />, { session: loggedIn(PATIENT) });
  await screen.findAllByRole('checkbox');
  return { asked, notices };
}

describe('the times of reminders', () => {
  it('are those that the person has chosen, wherever that was', async () => {
    await page([1_440, 90, 60]);
    expect(chosen()).toEqual(['1 day before', '90 minutes before', '1 hour before']);
  });

  it('are sent when they are saved', async () => {
    const { asked, notices } = await page([1_440, 60]);
    fireEvent.click(screen.getByLabelText('1 day before'));
    fireEvent.click(screen.getByLabelText('10 minutes before'));
    save();
    await waitFor(() => expect(notices.map(({ text }) => text)).toEqual(['Your reminders are saved.']));
    expect(asked.at(-1)?.body).toEqual({ kinds: {}, reminderMinutes: [60, 10] });
    expect(chosen()).toEqual(['1 hour before', '10 minutes before']);
  });

  it('are at most five', async () => {
    await page([10_080, 2_880, 1_440, 120, 60]);
    const more = screen.getByLabelText<HTMLInputElement>('10 minutes before');
    expect(more.disabled).toBe(true);
    fireEvent.click(screen.getByLabelText('2 hours before'));
    expect(more.disabled).toBe(false);
  });

  it('keep what was changed while they were being saved', async () => {
    let answer: (saved: object) => void = () => undefined;
    const { asked, notices } = await page([60], () => new Promise((resolve) => (answer = resolve)));
    fireEvent.click(screen.getByLabelText('1 day before'));
    save();
    await waitFor(() => expect(asked.at(-1)?.method).toBe('PUT'));
    fireEvent.click(screen.getByLabelText('10 minutes before'));
    await act(async () => {
      answer({ reminderMinutes: [1_440, 60] });
      await Promise.resolve();
    });
    await waitFor(() => expect(notices).toHaveLength(1));
    expect(chosen()).toEqual(['1 day before', '1 hour before', '10 minutes before']);
  });

  it('stay as they were chosen when they cannot be saved', async () => {
    const { notices } = await page([60], () => ({ status: 503, code: 'unavailable' }));
    fireEvent.click(screen.getByLabelText('1 day before'));
    save();
    await waitFor(() => expect(notices.map(({ kind }) => kind)).toEqual(['problem']));
    expect(chosen()).toEqual(['1 day before', '1 hour before']);
  });
});
