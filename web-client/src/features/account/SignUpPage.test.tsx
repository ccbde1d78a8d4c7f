import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetDrafts } from '@/shared/forms';
import { type Asked, DOCTOR, PATIENT, serve, serverConfig, show, withBrowser } from '@/test/show';
import SignUpPage from './SignUpPage';

beforeEach(() => {
  withBrowser();
  forgetDrafts();
});

const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

function fillIn(role: 'A doctor' | 'A patient'): Asked[] {
  const asked = serve(({ method }) =>
    method === 'POST' ? { user: role === 'A doctor' ? DOCTOR : PATIENT } : serverConfig(),
  );
  show(<SignUpPage />);
  fireEvent.click(screen.getByRole('radio', { name: role }));
  type(/^Full name/, 'Marta Vidal');
  type(/^E-mail/, 'marta@example.org');
  type(/^Password/, 'violet-harbour-42');
  if (role === 'A doctor') {
    type(/^Specialty/, 'Cardiology');
    type(/^Years of experience/, '12');
  }
  return asked;
}

async function sent(asked: Asked[]): Promise<object> {
  fireEvent.click(screen.getByRole('button', { name: 'Create account' }));
  await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
  return asked.find(({ method }) => method === 'POST')?.body as object;
}

describe('a sign-up', () => {
  it('asks for each thing that is missing in a sentence', () => {
    serve(() => serverConfig());
    show(<SignUpPage />);
    fireEvent.click(screen.getByRole('radio', { name: 'A doctor' }));
    fireEvent.click(screen.getByRole('button', { name: 'Create account' }));
    expect(
      within(screen.getByRole('alert'))
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Enter your full name.',
      'Enter your e-mail address.',
      'Choose a password.',
      'Enter your specialty.',
      'Enter a whole number of years from 0 to 80.',
    ]);
  });

  it('of a doctor says which languages they speak', async () => {
    const asked = fillIn('A doctor');
    fireEvent.click(screen.getByText('Languages (none chosen)'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Spanish' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Catalan' }));
    screen.getByText('Languages: Spanish and Catalan');
    expect(await sent(asked)).toMatchObject({ role: 'doctor', languages: ['es', 'ca'] });
  });

  it('says nothing of languages where a doctor has chosen none, because a node of the former release refuses them', async () => {
    expect(await sent(fillIn('A doctor'))).not.toHaveProperty('languages');
  });

  it('of a patient has no languages, even if some were chosen before the role', async () => {
    const asked = fillIn('A doctor');
    fireEvent.click(screen.getByText('Languages (none chosen)'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Spanish' }));
    fireEvent.click(screen.getByRole('radio', { name: 'A patient' }));
    expect(screen.queryByText(/^Languages/)).toBeNull();
    expect(await sent(asked)).not.toHaveProperty('languages');
  });
});
