import { render, screen } from '@testing-library/react';
import { IntlProvider, type Messages } from 'use-intl';
import { expect, it } from 'vitest';
import english from '@/shared/i18n/en.json';
import { LanguageContext } from '@/shared/i18n/LanguageContext';
import spanish from '@/shared/i18n/es.json';
import { useSpecialties } from './useSpecialties';

function Say({ stored = '', typed = '' }: { stored?: string; typed?: string }) {
  const { nameOf, toStore } = useSpecialties();
  return (
    <p>
      {nameOf(stored)}
      {toStore(typed)}
    </p>
  );
}

function say(language: 'en' | 'es', what: { stored?: string; typed?: string }) {
  const messages = (language === 'en' ? english : spanish) as unknown as Messages;
  render(
    <IntlProvider locale={language} messages={messages} timeZone="UTC">
      <LanguageContext value={{ language, choose: () => undefined }}>
        <Say {...what} />
      </LanguageContext>
    </IntlProvider>,
  );
}

it.each([
  ['en', 'Obstetrics and gynaecology', 'Obstetrics and gynaecology'],
  ['es', 'Obstetrics and gynaecology', 'Ginecología y obstetricia'],
  ['es', 'cardiology', 'Cardiología'],
  ['es', 'General Practice', 'Medicina general'],
  ['es', 'Paediatrics', 'Pediatría'],
  ['es', 'Sports medicine', 'Sports medicine'],
  ['es', 'Cardiología', 'Cardiología'],
] as const)('in %s calls what is stored as %s: %s', (language, stored, name) => {
  say(language, { stored });
  screen.getByText(name);
});

it.each([
  ['en', 'Cardiology', 'Cardiology'],
  ['en', 'Paediatrics', 'Paediatrics'],
  ['es', ' cardiologia ', 'Cardiology'],
  ['es', 'Medicina general', 'General practice'],
  ['es', 'Cardiología infantil', 'Cardiología infantil'],
] as const)('in %s stores what is typed as %s: %s', (language, typed, stored) => {
  say(language, { typed });
  expect(screen.getByText(stored)).toBeTruthy();
});
