import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { PATIENT, show, loggedIn, withBrowser } from '@/test/show';
import { ChatLog } from './ChatLog';
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

function Log({ messenger, reply = () => undefined }: { messenger: Messenger; reply?: (text: string) => void }) {
  const view = useConversation(messenger, OTHER);
  const person = { id: OTHER, name: 'Asha Rao', avatar: null, about: null, page: null };
  const rest = { conversation: messenger.conversation(OTHER), me: ME, editUnsent: () => undefined, reply, found: null };
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
