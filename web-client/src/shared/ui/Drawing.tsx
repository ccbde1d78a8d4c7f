import meeting from './meeting.svg';

/** A doctor and a patient in a call: a picture that says nothing which the page does not. It takes its colours from the page. */
export function Drawing({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 480 400" aria-hidden>
      <use href={`${meeting}#meeting`} />
    </svg>
  );
}
