import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetDrafts } from '@/shared/forms';
import { DOCTOR, loggedIn, show, withBrowser } from '@/test/show';
import { WeekEditor } from './WeekEditor';

beforeEach(() => {
  withBrowser();
  return forgetDrafts;
});

const timesOf = (day: string) =>
  within(screen.getByRole('group', { name: day }))
    .queryAllByLabelText(/^(?:From|To)$/)
    .map((field) => (field as HTMLInputElement).value);

describe('the editor of a week', () => {
  it('fills in usual hours, and counts what is not saved yet', () => {
    show(<WeekEditor />, { session: loggedIn(DOCTOR) });
    expect(screen.queryByText(/changed/)).toBeNull();
    fireEvent.change(screen.getByRole('combobox', { name: 'Fill in a usual week' }), {
      target: { value: screen.getByRole<HTMLOptionElement>('option', { name: /09:00–12:30, 14:00–17:00/ }).value },
    });
    expect(timesOf('Monday')).toEqual(['09:00', '12:30', '14:00', '17:00']);
    expect(timesOf('Friday')).toEqual(['09:00', '12:30', '14:00', '17:00']);
    expect(timesOf('Saturday')).toEqual([]);
    expect(screen.getByText('5 days changed')).toBeVisible();
    fireEvent.click(within(screen.getByRole('group', { name: 'Sunday' })).getByRole('button', { name: 'Add times' }));
    expect(timesOf('Sunday')).toEqual(['09:00', '12:00']);
    expect(screen.getByText('6 days changed')).toBeVisible();
  });
});
