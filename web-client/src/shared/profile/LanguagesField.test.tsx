import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '@/test/show';
import { LanguagesField } from './LanguagesField';

const field = (error?: string) => (
  <LanguagesField id="languages" chosen={['en']} onChange={() => undefined} error={error} />
);
const isOpen = () => screen.getByRole('group', { name: /^Languages in which/, hidden: true }).closest('details')?.open;

it('opens the choice of languages when something is wrong with it, and leaves it to the person after that', () => {
  const { again, container } = show(field());
  expect(isOpen()).toBe(false);
  again(field('Too many.'));
  expect(isOpen()).toBe(true);
  expect(container.querySelector('summary')?.getAttribute('aria-describedby')).toBe(screen.getByText('Too many.').id);
  again(field());
  expect(isOpen()).toBe(true);
});
