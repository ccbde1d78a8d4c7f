import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENT, show, loggedIn, withBrowser } from '@/test/show';
import { Composer } from './Composer';
import type { PendingFileState } from './files/usePendingFile';
import { Messenger } from './model/messenger';
import { ME, OTHER, World } from './testing/world';

const nothing = () => undefined;
let choose: ReturnType<typeof vi.fn>;
let sent: ReturnType<typeof vi.fn>;

beforeEach(async () => {
  withBrowser({ wide: false });
  choose = vi.fn();
  const world = new World();
  const messenger = new Messenger(ME, world.ports, null);
  const conversation = messenger.conversation(OTHER);
  void conversation.open();
  await world.calm();
  sent = vi.fn();
  conversation.send = sent as typeof conversation.send;
  const file: PendingFileState = {
    allowed: true,
    ready: null,
    preparing: false,
    error: null,
    choose: choose as PendingFileState['choose'],
    clear: nothing,
    restore: nothing,
  };
  const person = { id: OTHER, name: 'Asha Rao', avatar: null, about: null, page: null };
  const parts = { messenger, conversation, view: conversation.view, person, file, focused: false };
  show(<Composer {...parts} />, { session: loggedIn(PATIENT) });
  return () => vi.unstubAllGlobals();
});

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');

describe('the field of a message', () => {
  it('sends with Enter', () => {
    fireEvent.change(field(), { target: { value: 'Hello' } });
    fireEvent.keyDown(field(), { key: 'Enter', keyCode: 13 });
    expect(sent).toHaveBeenCalledWith('Hello', null);
    expect(field().value).toBe('');
  });

  it.each([
    ['the browser says that it is part of one', { isComposing: true, keyCode: 13 }],
    ['Safari, which ended it before', { isComposing: false, keyCode: 229 }],
  ])('keeps the text when Enter ends a composition: %s', (_, key) => {
    fireEvent.change(field(), { target: { value: '日本' } });
    fireEvent.keyDown(field(), { key: 'Enter', ...key });
    expect(sent).not.toHaveBeenCalled();
    expect(field().value).toBe('日本');
  });

  const paste = (text: string) => {
    const files = [new File(['x'], 'cells.png', { type: 'image/png' })];
    // False: the field does not paste by itself.
    return fireEvent.paste(field(), { clipboardData: { files, getData: () => text } });
  };

  it('takes the text of cells that come with a picture of them', () => {
    expect(paste('120\t80')).toBe(true);
    expect(choose).not.toHaveBeenCalled();
  });

  it('takes a picture that comes alone', () => {
    expect(paste('')).toBe(false);
    expect(choose).toHaveBeenCalledTimes(1);
  });
});
