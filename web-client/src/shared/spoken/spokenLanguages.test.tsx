import { describe, expect, it, vi } from 'vitest';
import { languageName, listed } from '@/shared/browser';
import { show } from '@/test/show';
import { useSpokenLanguages } from './spokenLanguages';

function spoken() {
  const seen: ReturnType<typeof useSpokenLanguages>[] = [];
  function Reader() {
    seen.push(useSpokenLanguages());
    return null;
  }
  show(<Reader />);
  return seen[0] as ReturnType<typeof useSpokenLanguages>;
}

describe('the languages that doctors speak', () => {
  it('have the names that the reader knows', () => {
    expect(spoken().name('es')).toBe('Spanish');
    expect(spoken().phrase(['en', 'es', 'fil'])).toBe('English, Spanish, and Filipino');
    expect(languageName('es', 'es')).toBe('español');
    expect(listed(['español', 'inglés'], 'es')).toBe('español e inglés');
  });

  it('are offered by name, with those that a doctor has besides', () => {
    const options = spoken().options(['haw', 'en']);
    expect(options.map(({ label }) => label)).toEqual(options.map(({ label }) => label).toSorted());
    expect(options.filter(({ value }) => value === 'en')).toHaveLength(1);
    expect(options.find(({ value }) => value === 'haw')?.label).toBe('Hawaiian');
  });

  it('stay readable where the tag is wrong or the browser has no names', () => {
    expect(languageName('no tag', 'en')).toBe('no tag');
    vi.stubGlobal('Intl', {});
    expect(languageName('es', 'en')).toBe('es');
    expect(listed(['English', 'Spanish'], 'en')).toBe('English, Spanish');
    vi.unstubAllGlobals();
  });
});
