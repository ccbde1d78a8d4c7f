import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslations } from '@/shared/i18n';
import { cx } from '@/shared/ui';
import styles from './Call.module.css';
import { Picture } from './Picture';

/** From this many pixels on it is a move and not a tap. */
const MOVED = 4;

/** The person's own picture in a corner. It can be dragged, or moved with the arrow keys, to another one. */
export function SelfView({ track }: { track: MediaStreamTrack }) {
  const t = useTranslations('calls');
  const [corner, setCorner] = useState({ top: false, left: false });
  const start = useRef<{ x: number; y: number }>(null);
  const [drag, setDrag] = useState<{ x: number; y: number } | null>(null);
  const name = `${corner.top ? 'top' : 'bottom'}${corner.left ? 'Left' : 'Right'}` as const;

  const down = (event: PointerEvent<HTMLElement>) => {
    start.current = { x: event.clientX, y: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const from = start.current;
    if (from === null) {
      return;
    }
    const by = { x: event.clientX - from.x, y: event.clientY - from.y };
    if (Math.hypot(by.x, by.y) > MOVED) {
      setDrag(by);
    }
  };
  const up = (event: PointerEvent<HTMLElement>) => {
    const stage = event.currentTarget.parentElement?.getBoundingClientRect();
    if (drag !== null && stage !== undefined) {
      setCorner({
        top: event.clientY < stage.top + stage.height / 2,
        left: event.clientX < stage.left + stage.width / 2,
      });
    }
    start.current = null;
    setDrag(null);
  };
  const key = (event: KeyboardEvent) => {
    const change = {
      ArrowUp: { top: true },
      ArrowDown: { top: false },
      ArrowLeft: { left: true },
      ArrowRight: { left: false },
    }[event.key];
    if (change !== undefined) {
      event.preventDefault();
      setCorner((before) => ({ ...before, ...change }));
    }
  };
  return (
    <button
      type="button"
      className={cx(styles.self, styles[name])}
      style={drag === null ? undefined : { transform: `translate(${drag.x}px, ${drag.y}px)` }}
      aria-label={t('selfView', { corner: name })}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    >
      {/* As in a mirror, unless the camera looks at something else. */}
      <Picture track={track} mirrored={track.getSettings().facingMode !== 'environment'} label={t('preview')} />
    </button>
  );
}
