import styles from './Bubble.module.css';
import { linksIn } from './linksIn';

/** What a person wrote, as text. Addresses of the web are links, everything else is not. */
export function MessageText({ text }: { text: string }) {
  return (
    <p className={styles.text} dir="auto">
      {linksIn(text).map((part, index) =>
        part.href === null ? (
          <span key={index}>{part.text}</span>
        ) : (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}
