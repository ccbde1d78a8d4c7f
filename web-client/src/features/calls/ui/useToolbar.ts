import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/** The keys of a toolbar (ARIA Authoring Practices): it is one stop of Tab; arrows, Home and End go from button to button. */
export function useToolbar(bar: RefObject<HTMLElement | null>) {
  const current = useRef<Element | null>(null);
  const buttons = () =>
    [...(bar.current?.querySelectorAll('button') ?? [])].filter((button) => button.getClientRects().length > 0);
  const mark = (all: readonly HTMLButtonElement[]) => {
    const stop = all.find((button) => button === current.current) ?? all[0];
    for (const button of all) {
      button.tabIndex = button === stop ? 0 : -1;
    }
  };
  // Buttons come and go.
  useLayoutEffect(() => mark(buttons()));
  return {
    onFocus: ({ target }: FocusEvent) => {
      current.current = target;
      mark(buttons());
    },
    onKeyDown: (event: KeyboardEvent) => {
      const all = buttons();
      const at = all.findIndex((button) => button === document.activeElement);
      const rtl = bar.current !== null && getComputedStyle(bar.current).direction === 'rtl';
      const next = {
        ArrowRight: at + (rtl ? -1 : 1),
        ArrowLeft: at + (rtl ? 1 : -1),
        Home: 0,
        End: all.length - 1,
      }[event.key];
      if (next !== undefined && at >= 0) {
        event.preventDefault();
        all[(next + all.length) % all.length]?.focus();
      }
    },
  };
}
