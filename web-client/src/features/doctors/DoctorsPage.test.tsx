import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DOCTOR, serve, show } from '@/test/show';
import DoctorsPage from './DoctorsPage';

const TODAY = new Date(2027, 4, 6, 9);
const atHour = (day: number, hour: number) => new Date(2027, 4, day, hour, 30).toISOString();
const LISTED = {
  ...DOCTOR,
  rating: { average: 4.5, count: 2 },
  verified: true,
  nextFreeAt: atHour(6, 11),
  nextTimes: [atHour(6, 11), atHour(7, 8), atHour(12, 15)],
};

beforeEach(() => {
  vi.useFakeTimers({ now: TODAY, toFake: ['Date'] });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

function directory(at = '/doctors', more: object = {}, doctors: object[] = [LISTED]) {
  const asked = serve(({ path }) =>
    path.endsWith('specializations')
      ? {
          specializations: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name, index) => ({
            specialization: `Specialty ${name}`,
            count: index + 1,
          })),
        }
      : { doctors, nextCursor: null, total: doctors.length, searchedFor: null, ...more },
  );
  show(<DoctorsPage />, { at });
  return () => asked.filter(({ path }) => path === '/api/doctors').at(-1)?.query;
}
const chips = async () => within(await screen.findByRole('group', { name: 'Narrow down' }));

describe('the directory', () => {
  it('says how many doctors there are, and whose time is shown', async () => {
    directory();
    await screen.findByText('1 doctor');
    screen.getByText(/^Times are in your time zone/);
  });

  it('begins with who is free first, and says so', async () => {
    const asked = directory('/doctors', { total: 12 });
    await screen.findByText('12 doctors, soonest first');
    expect(asked()?.get('sort')).toBe('soonest');
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'rating' } });
    await screen.findByText('12 doctors');
    expect(asked()?.get('sort')).toBe('rating');
    fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'soonest' } });
    await screen.findByText('12 doctors, soonest first');
    expect(window.location.search).toBe('');
  });

  it.each([DOCTOR.name, /Tomorrow/])('tells the page of a doctor where Back leads: link %s', async (name) => {
    directory('/doctors?q=heart');
    fireEvent.click(await screen.findByRole('link', { name }));
    expect(window.history.state).toEqual({ list: '/doctors?q=heart' });
  });

  it('says the order also where nobody counts', async () => {
    directory('/doctors?when=week', { total: null });
    await screen.findByText('Soonest first', { selector: 'strong' });
  });

  it('is in the order of names where the server knows no other', async () => {
    const orders: (string | null)[] = [];
    serve(({ path, query }) => {
      if (path.endsWith('specializations')) {
        return { specializations: [] };
      }
      orders.push(query.get('sort'));
      return query.get('sort') === 'soonest'
        ? { status: 400, code: 'invalid_request', errors: [{ field: 'sort', code: 'unknown_value' }] }
        : { doctors: [LISTED], nextCursor: 'next', total: 12 };
    });
    show(<DoctorsPage />, { at: '/doctors' });
    await screen.findByText('12 doctors');
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(orders).toEqual(['soonest', 'name', 'name']));
  });

  it('shows once who has moved to a later page meanwhile', async () => {
    const other = { ...LISTED, id: 'other', name: 'Dr. Olga Berg' };
    serve(({ path, query }) => {
      if (path.endsWith('specializations')) {
        return { specializations: [] };
      }
      return query.get('cursor') === null
        ? { doctors: [LISTED], nextCursor: 'next', total: 12 }
        : { doctors: [other, LISTED], nextCursor: null };
    });
    show(<DoctorsPage />, { at: '/doctors' });
    fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByRole('link', { name: 'Dr. Olga Berg' });
    expect(screen.getAllByRole('link', { name: 'Dr. Marta Vidal' })).toHaveLength(1);
  });

  it('offers the next free times of a doctor, each as the way to book it', async () => {
    directory();
    const links = await screen.findAllByRole('link', { name: /: book Dr. Marta Vidal$/ });
    expect(links.map((link) => link.textContent.replace(/, .*/, ''))).toEqual(['Today', 'Tomorrow', 'Wed']);
    expect(links[0]?.getAttribute('href')).toBe(`/doctors/doctor?at=${encodeURIComponent(atHour(6, 11))}`);
  });

  it('says of a doctor that there is no free time', async () => {
    directory('/doctors', {}, [{ ...LISTED, nextFreeAt: null, nextTimes: [] }]);
    await screen.findByText('No free times at present');
  });

  it.each([
    ['Today', '2027-05-06'],
    ['This week', '2027-05-12'],
  ])('shows who is free: %s', async (name, to) => {
    const asked = directory('/doctors?availableOn=2027-06-01');
    fireEvent.click((await chips()).getByRole('button', { name }));
    await waitFor(() => expect(asked()?.get('availableTo')).toBe(to));
    expect([asked()?.get('availableFrom'), asked()?.get('availableOn'), asked()?.get('when')]).toEqual([
      '2027-05-06',
      null,
      null,
    ]);
    fireEvent.click((await chips()).getByRole('button', { name, pressed: true }));
    await waitFor(() => expect(asked()?.get('availableTo')).toBeNull());
  });

  it('offers the specialties with most doctors', async () => {
    const asked = directory();
    await screen.findByRole('button', { name: 'Specialty G' });
    const names = (await chips()).getAllByRole('button').map(({ textContent }) => textContent);
    expect(names.slice(3)).toEqual(['Specialty G', 'Specialty F', 'Specialty E', 'Specialty D', 'Specialty C']);
    fireEvent.click(screen.getByRole('button', { name: 'Specialty E' }));
    await waitFor(() => expect(asked()?.get('specialization')).toBe('Specialty E'));
  });

  it('says what it searched instead', async () => {
    directory('/doctors?q=cardilogy', { searchedFor: 'cardiology' });
    await screen.findByText('Nothing matches “cardilogy”. These match “cardiology”.');
  });

  it('goes on with what it searched instead', async () => {
    const asked = directory('/doctors?q=cardilogy', { searchedFor: 'cardiology', nextCursor: 'next' });
    fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(() => expect([asked()?.get('q'), asked()?.get('cursor')]).toEqual(['cardiology', 'next']));
  });
});
