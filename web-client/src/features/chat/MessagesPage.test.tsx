import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { Route } from '@/shared/router';
import { loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { ChatContext } from './ChatContext';
import MessagesPage from './MessagesPage';
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

async function messages(world: World, at = '/messages') {
  serve(() => 404);
  const messenger = new Messenger(ME, world.ports, null);
  void messenger.refreshInbox();
  await world.calm();
  show(
    <ChatContext value={messenger}>
      <Route path="/messages/:userId?" component={MessagesPage} />
    </ChatContext>,
    { session: loggedIn(PATIENT), at },
  );
}
const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

it('says once that there are no conversations', async () => {
  await messages(new World());
  expect(headings()).toEqual(['No messages yet']);
  screen.getByRole('link', { name: 'Find a doctor' });
});

it('asks to choose one where there are some', async () => {
  const world = new World();
  world.server.store(OTHER, 'Hello', '1');
  await messages(world);
  expect(headings()).toEqual(['Your messages']);
});

it('offers no doctor beside the chat with somebody who has not been written to', async () => {
  await messages(new World(), `/messages/${OTHER}`);
  screen.getByText('No messages yet');
  expect(screen.queryByRole('link', { name: 'Find a doctor' })).toBeNull();
});
