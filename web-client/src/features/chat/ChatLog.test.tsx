import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { appointmentAt, PATIENT, show, loggedIn, withBrowser } from '@/test/show';
import { ChatLog } from './ChatLog';
import { type ChatEvent, visitEvents } from './events/events';
import { useConversation } from './ChatContext';
import { Messenger } from './model/messenger';
import { ME, OTHER, World } from './testing/world';

beforeEach(() => {
  withBrowser();
  const nothing = () => undefined;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = nothing;
      unobserve = nothing;
      disconnect = nothing;
    },
  );
  Element.prototype.scrollTo = nothing;
  return () => vi.unstubAllGlobals();
});

interface LogProps {
  messenger: Messenger;
  events?: readonly ChatEvent[];
  reply?: (text: string) => void;
}

function Log({ messenger, events = [], reply = () => undefined }: LogProps) {
  const view = useConversation(messenger, OTHER);
  const person = { id: OTHER, name: 'Asha Rao', avatar: null, about: null, page: null };
  const rest = {
    events,
    conversation: messenger.conversation(OTHER),
    me: ME,
    editUnsent: () => undefined,
    reply,
    found: null,
  };
  return <ChatLog view={view} person={person} {...rest} />;
}

it('announces each of two messages with the same text', async () => {
  const world = new World();
  const messenger = new Messenger(ME, world.ports, null);
  void messenger.conversation(OTHER).open();
  await world.calm();
  show(<Log messenger={messenger} />, { session: loggedIn(PATIENT) });
  const status = screen.getByRole('status');
  const say = (clientId: string) =>
    act(() => {
      messenger.arrived(world.server.store(OTHER, 'Yes', clientId));
    });
  say('1');
  await waitFor(() => expect(status.textContent).toContain('Yes'));
  const first = status.firstElementChild;
  say('2');
  // A screen reader hears what is added, not what is changed to the same.
  await waitFor(() => expect(status.firstElementChild).not.toBe(first));
  expect(status.textContent).toContain('Yes');
});

it('offers to answer a message and to copy it', async () => {
  const world = new World();
  const messenger = new Messenger(ME, world.ports, null);
  world.server.store(OTHER, 'How are you?', '1');
  void messenger.conversation(OTHER).open();
  await world.calm();
  const reply = vi.fn();
  const copied = vi.fn(() => Promise.resolve());
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: copied }, configurable: true });
  const { notices } = show(<Log messenger={messenger} reply={reply} />, { session: loggedIn(PATIENT) });
  const choose = (name: string) => {
    fireEvent.click(screen.getByRole('button', { name: 'What to do with this message' }));
    fireEvent.click(within(screen.getByRole('menu')).getByRole('menuitem', { name }));
  };
  choose('Reply');
  expect(reply).toHaveBeenCalledWith('How are you?');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  choose('Copy');
  expect(copied).toHaveBeenCalledWith('How are you?');
  await waitFor(() => expect(notices.map(({ text }) => text)).toEqual(['The message is copied.']));
});

const HOUR_MS = 3_600_000;
const BEGIN = Date.parse('2026-03-02T09:00:00Z');
const at = (hours: number) => new Date(BEGIN + hours * HOUR_MS).toISOString();
const booked = (hours: number) =>
  visitEvents(
    [
      appointmentAt(new Date(at(100)), {
        history: [{ from: null, to: 'scheduled', by: ME, at: at(hours), reason: null }],
      }),
    ],
    ME,
  );
const BOOKED = /^You booked a visit on Friday,? \S+ \S+ .*1:00/;

/** A conversation with one message for each hour. */
async function hourly(count: number) {
  const world = new World();
  const messenger = new Messenger(ME, world.ports, null);
  for (let hour = 1; hour <= count; hour += 1) {
    world.clock.advance(HOUR_MS);
    world.server.store(OTHER, `at ${hour}`, `c${hour}`);
  }
  void messenger.conversation(OTHER).open();
  await world.calm();
  return { world, messenger };
}
const linesShown = () => [...document.querySelectorAll('[data-line]')].map(({ textContent }) => textContent);

it('shows late events in their place, with a link, and tells of no new message', async () => {
  const { messenger } = await hourly(3);
  const { again } = show(<Log messenger={messenger} />, { session: loggedIn(PATIENT) });
  expect(linesShown()).toHaveLength(3);
  const status = screen.getByRole('status');
  again(<Log messenger={messenger} events={booked(2.5)} />);
  expect(linesShown().map((text) => /at \d|booked/.exec(text)?.[0])).toEqual(['at 1', 'at 2', 'booked', 'at 3']);
  const link = screen.getByRole('link', { name: BOOKED });
  expect(link.getAttribute('href')).toMatch(/^\/visits\//);
  expect(link.closest('li')).not.toBeNull();
  await act(() => Promise.resolve());
  expect(status).toHaveTextContent('');
  expect(screen.queryByRole('button', { name: /new message/ })).toBeNull();
});

it('shows what happened before the oldest loaded message once all older ones are loaded', async () => {
  const { world, messenger } = await hourly(40);
  show(<Log messenger={messenger} events={booked(0.5)} />, { session: loggedIn(PATIENT) });
  expect(screen.queryByRole('link', { name: BOOKED })).toBeNull();
  await act(async () => {
    void messenger.conversation(OTHER).loadOlder();
    await world.calm();
  });
  expect(linesShown()).toHaveLength(41);
  expect(linesShown()[0]).toMatch('You booked a visit');
});

it('keeps what is being read where it is when an event appears above it, and not when one does below', async () => {
  const { messenger } = await hourly(10);
  // Lines of 100 px in a box of 300, scrolled to the fifth message.
  const heights = { scrollHeight: 1_000, clientHeight: 300, offsetHeight: 100 };
  for (const [name, height] of Object.entries(heights)) {
    vi.spyOn(HTMLElement.prototype, name as 'offsetHeight', 'get').mockReturnValue(height);
  }
  vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function (this: HTMLElement) {
    return [...document.querySelectorAll('[data-line]')].indexOf(this) * 100;
  });
  const moved = vi.fn();
  Element.prototype.scrollBy = moved;
  const { again } = show(<Log messenger={messenger} />, { session: loggedIn(PATIENT) });
  const box = screen.getByRole('log');
  box.scrollTop = 600;
  fireEvent.scroll(box);
  box.scrollTop = 400;
  fireEvent.scroll(box);
  again(<Log messenger={messenger} events={booked(8.5)} />);
  expect(moved).not.toHaveBeenCalled();
  again(<Log messenger={messenger} events={booked(2.5)} />);
  expect(moved).toHaveBeenCalledExactlyOnceWith({ top: 100 });
});
