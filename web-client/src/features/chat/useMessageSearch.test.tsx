import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { show, withBrowser } from '@/test/show';
import { useConversation } from './ChatContext';
import { Messenger } from './model/messenger';
import { SearchBar } from './SearchBar';
import { ME, OTHER, World } from './testing/world';
import { useMessageSearch } from './useMessageSearch';

let world: World;
let messenger: Messenger;

beforeEach(() => {
  withBrowser();
  world = new World();
  messenger = new Messenger(ME, world.ports, null);
});

function Found() {
  const view = useConversation(messenger, OTHER);
  const search = useMessageSearch(view, messenger.conversation(OTHER));
  return (
    <>
      <SearchBar search={search} onClose={() => undefined} />
      <output>{String(search.at)}</output>
    </>
  );
}

async function openWith(...texts: string[]) {
  texts.forEach((text, index) => world.server.store(index % 2 === 0 ? ME : OTHER, text, `c${index}`));
  void messenger.conversation(OTHER).open();
  await world.calm();
  show(<Found />);
}
const search = (words: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value: words } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const at = () => screen.getAllByRole('status').find(({ tagName }) => tagName === 'OUTPUT')?.textContent;

describe('the search of a conversation', () => {
  it('stands at the newest message with all the words, whatever their case and accents', async () => {
    await openWith('Tomé la PASTILLA', 'Which pastilla?', 'The blue one', 'Tome otra pastilla');
    search('tome pastilla');
    expect(at()).toBe('4');
    screen.getByText('1 of 2');
    press('Earlier message');
    expect(at()).toBe('1');
    expect(screen.getByRole('button', { name: 'Earlier message' })).toBeDisabled();
    press('Later message');
    expect(at()).toBe('4');
    search('fever');
    expect(at()).toBe('null');
    screen.getByText('No message found');
  });

  it('reads older messages only when it is asked to, and stands at the next that it finds', async () => {
    const many = Array.from({ length: 300 }, (_, index) => (index === 10 ? 'the needle' : `hay ${index}`));
    await openWith(...many);
    search('needle');
    expect(at()).toBe('null');
    press('Search earlier messages');
    await act(() => world.calm());
    await waitFor(() => expect(at()).toBe('11'));
    screen.getByText('1 of 1');
  });
});
