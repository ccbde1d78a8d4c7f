import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { Route } from '@/shared/router';
import { DOCTOR, loggedIn, PATIENT, serve, show, withBrowser } from '@/test/show';
import { PersonPage } from './PersonPage';

beforeEach(() => withBrowser());

const ADMIN = { ...PATIENT, id: 'admin', role: 'admin' } as const;
const { id, role, name, email, avatar, createdAt, secondFactor } = DOCTOR;

/** The languages on the page of a doctor. */
async function languagesOf(practice: object): Promise<string | null | undefined> {
  serve(() => ({
    user: {
      ...{ id, role, name, email, avatar, createdAt, secondFactor },
      state: 'active',
      approval: 'approved',
      rejectionReason: null,
      disabled: false,
      practice: {
        ...{ specialization: 'Cardiology', experience: 12, qualification: 'MD', about: 'Hearts' },
        ...{ contactNumber: null, timeZone: 'Europe/Madrid' },
        ...practice,
      },
      credentials: null,
    },
  }));
  show(<Route path="/people/:id" component={PersonPage} />, {
    session: loggedIn(ADMIN),
    at: `/people/${id}`,
  });
  return (await screen.findByText('Languages')).nextElementSibling?.textContent;
}

describe('the page of a doctor, for admins', () => {
  it('has the languages by name, in the order of the doctor', async () => {
    expect(await languagesOf({ languages: ['es', 'fil'] })).toBe('Spanish and Filipino');
  });

  it('says that none were given', async () => {
    expect(await languagesOf({ languages: [] })).toBe('Not given');
  });

  it('works with a node of the former release, which knows of none', async () => {
    expect(await languagesOf({})).toBe('Not given');
  });
});
