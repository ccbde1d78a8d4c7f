import { useState } from 'react';
import styles from './Avatar.module.css';
import { firstCharacter } from '../browser';
import { cx } from './cx';

const HUES = 8;

/** A person's picture, or their initials on a colour that is theirs. The name stands beside it, so it has none itself. */
export function Avatar({
  person,
  size = 'middle',
}: {
  person: { id: string; name: string; avatar: string | null };
  size?: 'small' | 'middle' | 'large';
}) {
  const [broken, setBroken] = useState<string | null>(null);
  const picture = person.avatar !== null && person.avatar !== broken ? person.avatar : null;
  return (
    <span className={cx(styles.avatar, styles[size], styles[`hue${hueOf(person.id)}`])} aria-hidden>
      {picture === null ? initialsOf(person.name) : <img src={picture} alt="" onError={() => setBroken(picture)} />}
    </span>
  );
}

function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) {
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return sum % HUES;
}

/** Scripts whose letters change their shape beside each other, so that two initials would read as a word. */
const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}]/u;
const ZERO_WIDTH_NON_JOINER = '\u200c';

/** The first letters of the first and the last name, titles left aside. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '' && !word.endsWith('.'));
  const first = words[0] ?? name.trim();
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last]
    .map((word) => firstCharacter(word).toUpperCase())
    .join(JOINING.test(name) ? ZERO_WIDTH_NON_JOINER : '');
}
