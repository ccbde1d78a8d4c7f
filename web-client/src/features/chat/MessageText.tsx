import styles from './Bubble.module.css';
import { linksIn } from './linksIn';
import { partsOf } from './quotes';

/** What a person wrote, as text. Addresses of the web are links, and what somebody else wrote is set off. */
export function MessageText({ text }: { text: string }) {
  return partsOf(text).map((part, index) =>
    part.quoted ? (
      <blockquote key={index} className={styles.quote}>
        <Linked text={part.text} />
      </blockquote>
    ) : (
      <Linked key={index} text={part.text} />
    ),
  );
}

function Linked({ text }: { text: string }) {
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
