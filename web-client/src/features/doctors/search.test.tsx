import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { serve, show } from '@/test/show';
import DoctorsPage from './DoctorsPage';

let asked: ReturnType<typeof serve>;

beforeEach(() => {
  asked = serve(({ path }) =>
    path.endsWith('specializations') ? { specializations: [] } : { doctors: [], nextCursor: null },
  );
  return () => vi.unstubAllGlobals();
});

const field = () => screen.getByRole<HTMLInputElement>('searchbox');
const searched = () => asked.filter(({ path }) => path === '/api/doctors').map(({ query }) => query.get('q'));

describe('a search for doctors', () => {
  it('can be emptied in its field', async () => {
    show(<DoctorsPage />, { at: '/doctors?q=skin' });
    expect(field().value).toBe('skin');
    fireEvent.change(field(), { target: { value: '' } });
    expect(field().value).toBe('');
    fireEvent.click(screen.getByRole('button', { name: 'Search' }));
    await waitFor(() => expect(searched()).toEqual(['skin', null]));
  });

  it('is emptied everywhere by the button of the empty list', async () => {
    show(<DoctorsPage />, { at: '/doctors?q=nobody' });
    await screen.findByRole('heading', { name: 'No doctor found' });
    fireEvent.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    await waitFor(() => expect(searched()).toEqual(['nobody', null]));
    expect(field().value).toBe('');
  });

  it('loses words that were not searched yet with the others', async () => {
    show(<DoctorsPage />, { at: '/doctors?minRating=4' });
    fireEvent.change(field(), { target: { value: 'hea' } });
    fireEvent.click(screen.getAllByRole('button', { name: 'Clear search and filters' })[0] as HTMLElement);
    await waitFor(() => expect(asked.at(-1)?.query.get('minRating')).toBeNull());
    expect(field().value).toBe('');
  });

  it('has the words of its address, also after Back', async () => {
    show(<DoctorsPage />, { at: '/doctors?q=skin' });
    window.history.replaceState(null, '', '/doctors?q=heart');
    await waitFor(() => expect(field().value).toBe('heart'));
  });
});

describe('a search for doctors of a language', () => {
  const languages = () => asked.filter(({ path }) => path === '/api/doctors').map(({ query }) => query.get('language'));

  it('begins with the chip of the reader’s language, and ends with it', async () => {
    show(<DoctorsPage />, { at: '/doctors' });
    const chip = () => screen.getByRole('button', { name: 'Speaks English' });
    fireEvent.click(chip());
    await waitFor(() => expect(languages()).toEqual([null, 'en']));
    expect(chip().getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(chip());
    await waitFor(() => expect(chip().getAttribute('aria-pressed')).toBe('false'));
  });

  it('has every language among the filters, also one that only the address knows', async () => {
    show(<DoctorsPage />, { at: '/doctors?language=haw' });
    const filter = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language' });
    expect(filter.selectedOptions[0]?.textContent).toBe('Hawaiian');
    fireEvent.change(filter, { target: { value: 'es' } });
    await waitFor(() => expect(languages()).toEqual(['haw', 'es']));
  });
});
