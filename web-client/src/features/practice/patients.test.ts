import { describe, expect, it } from 'vitest';
import { patientsFor } from './patients';

const people = ['Zoë Müller', 'Ärla Berg', 'Ana Berg', 'Omar Diallo'].map((name, index) => ({ id: `p${index}`, name }));
const names = (words: string) => patientsFor(people, words, 'en').map(({ name }) => name);

describe('the patients of a doctor', () => {
  it('stand by name, as the language orders it', () => {
    expect(names('')).toEqual(['Ana Berg', 'Ärla Berg', 'Omar Diallo', 'Zoë Müller']);
  });

  it('are found by any part of the name, without case and accents, all words counting', () => {
    expect(names(' BERG ')).toEqual(['Ana Berg', 'Ärla Berg']);
    expect(names('muller zoe')).toEqual(['Zoë Müller']);
    expect(names('arla')).toEqual(['Ärla Berg']);
    expect(names('berg omar')).toEqual([]);
  });
});
