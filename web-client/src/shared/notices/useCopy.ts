import { useNotices } from './NoticesContext';

/** Copies a text to the clipboard, and says whether that worked. */
export function useCopy(): (text: string, words: { done: string; failed: string }) => void {
  const { notify } = useNotices();
  return (text, { done, failed }) => {
    // The clipboard is missing where the page came over plain http.
    const copied = (navigator.clipboard as Clipboard | undefined)?.writeText(text) ?? Promise.reject(new Error());
    copied.then(
      () => notify({ kind: 'done', text: done }),
      () => notify({ kind: 'problem', text: failed }),
    );
  };
}
