import { Search } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { Button } from './Button';
import { TextField } from './Field';

/** Words to search for, which are sent with a press or with Enter. */
export function SearchForm({
  label,
  button,
  words,
  onType,
  onSearch,
  className,
}: {
  label: string;
  button: string;
  words: string;
  onType: (words: string) => void;
  /** With the words, without spaces at their ends. */
  onSearch: (words: string) => void;
  className?: string | undefined;
}) {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    onSearch(words.trim());
  };
  return (
    <form className={className} role="search" onSubmit={send}>
      <TextField label={label} type="search" enterKeyHint="search" value={words} onChange={onType} maxLength={200} />
      <Button type="submit" look="primary" icon={<Search size={20} aria-hidden />}>
        {button}
      </Button>
    </form>
  );
}
