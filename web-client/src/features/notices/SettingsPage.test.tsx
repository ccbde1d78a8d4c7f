import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loggedIn, PATIENT, serve, serverConfig, show, withBrowser } from '@/test/show';
import SettingsPage from './SettingsPage';

beforeEach(() => {
  withBrowser();
  return () => vi.unstubAllGlobals();
});

const KINDS = { visit_moved: { mail: false, push: true }, visit_cancelled: { mail: true, push: false } };

const group = (name: RegExp) => within(screen.getByRole('group', { name }));
const chosen = (name = /When to remind/u) =>
  group(name)
    .getAllByRole<HTMLInputElement>('checkbox')
    .filter(({ checked }) => checked)
    .map(({ labels }) => labels?.[0]?.textContent);
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

async function page(
  reminderMinutes: number[],
  answer: (body: unknown) => object | Promise<object> = (body) => ({ kinds: KINDS, ...(body as object) }),
) {
  const asked = serve(({ method, body }) => (method === 'PUT' ? answer(body) : { kinds: KINDS, reminderMinutes }));
  const { notices } = show(<SettingsPage />, { session: loggedIn(PATIENT) });
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
      answer({ kinds: KINDS, reminderMinutes: [1_440, 60] });
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

describe('mails', () => {
  const MAIL = /What we may mail/u;

  it('are explained away where the server sends none', async () => {
    serve(({ path }) =>
      path === '/api/config' ? serverConfig({ features: { mail: false } }) : { kinds: KINDS, reminderMinutes: [60] },
    );
    show(<SettingsPage />, { session: loggedIn(PATIENT) });
    await screen.findByText(/does not send e-mail/u);
    expect(screen.queryByText(MAIL)).toBeNull();
  });

  it('are wanted unless the person said otherwise, of what a patient may hear', async () => {
    await page([60]);
    const all = group(MAIL).getAllByRole('checkbox');
    expect(all).toHaveLength(12);
    expect(chosen(MAIL)).toHaveLength(11);
    expect(chosen(MAIL)).not.toContain('Visit moved');
  });

  it('are saved one by one, and leave everything else as it is', async () => {
    const { asked, notices } = await page([60], (body) => ({
      kinds: { ...KINDS, ...(body as { kinds: object }).kinds },
      reminderMinutes: [60],
    }));
    fireEvent.click(group(MAIL).getByLabelText('Visit cancelled'));
    await waitFor(() => expect(notices.map(({ text }) => text)).toEqual(['Your choice is saved.']));
    expect(asked.at(-1)?.body).toEqual({ kinds: { visit_cancelled: { mail: false, push: false } } });
    expect(chosen(MAIL)).not.toContain('Visit cancelled');
  });

  it('stay as they were when they cannot be saved', async () => {
    const { notices } = await page([60], () => ({ status: 503, code: 'unavailable' }));
    fireEvent.click(group(MAIL).getByLabelText('Visit moved'));
    await waitFor(() => expect(notices.map(({ kind }) => kind)).toEqual(['problem']));
    expect(chosen(MAIL)).not.toContain('Visit moved');
  });
});

describe('devices', () => {
  const DEVICES = /What may appear on devices/u;
  const limits = { messageLength: 1, passwordMin: 1, passwordMax: 1, slotDays: 1, pageSize: 1 };
  const config = {
    signalingUrl: null,
    signalingPath: '/',
    vapidKey: 'key',
    features: { images: true, turn: false },
    limits: { ...limits, sdpBytes: 1, candidateBytes: 1, imageBytes: 1 },
  };

  it('have choices of their own, if the site sends anything to them', async () => {
    const asked = serve(({ method, path, body }) =>
      path === '/api/config'
        ? config
        : { kinds: KINDS, reminderMinutes: [], ...(method === 'PUT' ? (body as object) : {}) },
    );
    show(<SettingsPage />, { session: loggedIn(PATIENT) });
    await screen.findByRole('group', { name: DEVICES });
    expect(chosen(DEVICES)).not.toContain('Visit cancelled');
    expect(chosen(DEVICES)).toContain('Visit moved');
    fireEvent.click(group(DEVICES).getByLabelText('Visit moved'));
    await waitFor(() => expect(asked.at(-1)?.body).toEqual({ kinds: { visit_moved: { mail: false, push: false } } }));
  });

  it('have none otherwise', async () => {
    await page([60]);
    expect(screen.queryByRole('group', { name: DEVICES })).toBeNull();
  });
});
