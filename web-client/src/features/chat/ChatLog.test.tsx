import { act, screen, waitFor } from '@testing-library/react';
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

function Log({ messenger }: { messenger: Messenger }) {
  const view = useConversation(messenger, OTHER);
  const person = { id: OTHER, name: 'Asha Rao', avatar: null, about: null, page: null };
  const rest = { conversation: messenger.conversation(OTHER), me: ME, editUnsent: () => undefined };
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
