import { useQuery } from '@tanstack/react-query';
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Appointment, Slot } from '@/shared/api';
import { isOpen } from '@/shared/appointments';
import type { DoctorUser } from '@/shared/profile';
import { neighbour, type SlotDay, slotsQuery, daysOfSlots } from '@/shared/slots';
import { dateIn, plusDays } from '@/shared/time';
import { blocksOf, clockOf, minutesIn } from './days';

/** Where an appointment would go: a free time, or why there is none. */
export interface Target {
  date: string;
  from: number;
  to: number;
  slot: Slot | null;
  /** Who is booked at that time; null when the practice is closed then. */
  taken: string | null;
  /** It is there already. */
  stays?: true;
}

/** A time of the calendar, in minutes from midnight. */
interface Place {
  date: string;
  from: number;
}

interface Moving {
  appointment: Appointment;
  /** Where the pointer holds it; undefined when the keyboard moves it. */
  held?: Place;
  /** What the arrow keys have chosen so far. */
  chosen?: string;
}

interface Point {
  x: number;
  y: number;
}

/** What a mouse, pen, or finger was pressed on. */
interface Grabbed {
  appointment: Appointment;
  pointerId: number;
  pressed: Point;
  now: Point;
  /** How far below the top of its block. */
  within: number;
  /** A finger that moves sooner scrolls. */
  waiting?: number;
  dragged: boolean;
}

const DRAG_PX = 5;
/** How long a finger stays on an appointment before it holds it. */
const HOLD_MS = 400;
/** How near the upper or lower edge of the grid it scrolls, and how far in a frame. */
const EDGE_PX = 32;
const SCROLL_PX = 6;
/** How far from a free time the pointer may let go. */
const NEAR_MINUTES = 20;
/** How far from its own time one may let it go without a move. */
const STAYS_MINUTES = 5;

/** Moves appointments of the calendar with the pointer or the keyboard, to times that are free. */
export function useMoving(
  grid: RefObject<HTMLElement | null>,
  doctor: DoctorUser,
  dates: readonly string[],
  appointments: readonly Appointment[],
  refused: (target: Target) => void,
  pressedEmpty: (place: Place) => void,
) {
  const { id, timeZone: zone } = doctor;
  const [moving, setMoving] = useState<Moving | null>(null);
  const [asked, setAsked] = useState<{ appointment: Appointment; slot: Slot } | null>(null);
  const grabbed = useRef<Grabbed | null>(null);
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? ''];
  // A day more at both ends, because a window that crosses midnight belongs to the date on which it opens.
  const free = useQuery({ ...slotsQuery(id, plusDays(first, -1), plusDays(last, 1)), enabled: moving !== null });
  const days = useMemo(
    () => daysOfSlots(free.data ?? [], first, zone).slice(0, dates.length),
    [free.data, first, zone, dates.length],
  );
  const target = moving === null || free.data === undefined ? null : targetOf(moving, days, appointments, zone);

  const ask = (wanted: Target | null) => {
    if (moving !== null && wanted !== null && wanted.stays === undefined) {
      if (wanted.slot === null) {
        refused(wanted);
      } else {
        setAsked({ appointment: moving.appointment, slot: wanted.slot });
      }
    }
    setMoving(null);
  };
  const appointmentAt = (target: EventTarget): { element: HTMLElement; appointment: Appointment } | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-appointment]') : null;
    const appointment = appointments.find((each) => each.id === element?.dataset.appointment);
    return element === null || appointment === undefined || !isOpen(appointment) ? undefined : { element, appointment };
  };
  const release = () => {
    clearTimeout(grabbed.current?.waiting);
    grabbed.current = null;
  };
  const stop = () => {
    release();
    setMoving(null);
  };
  const follow = useCallback(
    ({ appointment, now, within }: Grabbed) => {
      const place = grid.current === null ? undefined : placeAt(grid.current, now.x, now.y - within);
      if (place !== undefined) {
        setMoving({ appointment, held: place });
      }
    },
    [grid],
  );
  const hold = (held: Grabbed) => {
    held.dragged = true;
    grid.current?.setPointerCapture(held.pointerId);
    follow(held);
  };
  /** For the element that holds all columns. */
  const handlers = {
    onPointerDown: ({ target: pressed, pointerId, pointerType, button, clientX: x, clientY: y }: PointerEvent) => {
      if (grabbed.current !== null) {
        // A second finger.
        stop();
        return;
      }
      const found = button === 0 ? appointmentAt(pressed) : undefined;
      if (found !== undefined) {
        const within = y - found.element.getBoundingClientRect().top;
        const at = { x, y };
        const held: Grabbed = {
          appointment: found.appointment,
          pointerId,
          pressed: at,
          now: at,
          within,
          dragged: false,
        };
        if (pointerType === 'touch') {
          held.waiting = window.setTimeout(() => hold(held), HOLD_MS);
        }
        grabbed.current = held;
      }
    },
    onPointerMove: ({ pointerId, clientX: x, clientY: y }: PointerEvent) => {
      const held = grabbed.current;
      if (held?.pointerId !== pointerId) {
        return;
      }
      held.now = { x, y };
      if (held.dragged) {
        follow(held);
      } else if (Math.hypot(x - held.pressed.x, y - held.pressed.y) > DRAG_PX) {
        if (held.waiting === undefined) {
          hold(held);
        } else {
          release();
        }
      }
    },
    onPointerUp: () => {
      if (grabbed.current?.dragged === true) {
        ask(target);
        window.setTimeout(release);
      } else {
        release();
      }
    },
    onPointerCancel: stop,
    onContextMenu: (event: MouseEvent) => {
      // What a finger that stays would open on a link.
      if (grabbed.current?.waiting !== undefined) {
        event.preventDefault();
      }
    },
    onClickCapture: (event: MouseEvent) => {
      // The click that ends a drag is none on what lies below.
      if (grabbed.current?.dragged === true) {
        event.preventDefault();
        event.stopPropagation();
      }
      release();
    },
    onClick: ({ target: pressed, currentTarget, clientX, clientY }: MouseEvent) => {
      // The keyboard has the buttons above the columns.
      const column =
        pressed instanceof Element && pressed.closest('a') === null ? pressed.closest('[data-date]') : null;
      const place = column === null ? undefined : placeAt(currentTarget, clientX, clientY);
      if (place !== undefined) {
        pressedEmpty(place);
      }
    },
  };

  useEffect(() => {
    const element = grid.current;
    // Listeners that React adds are passive and cannot keep a finger from scrolling; nor can one that is added later.
    const keep = (event: TouchEvent) => {
      if (grabbed.current?.dragged === true) {
        event.preventDefault();
      }
    };
    element?.addEventListener('touchmove', keep, { passive: false });
    return () => element?.removeEventListener('touchmove', keep);
  }, [grid]);
  const dragging = moving?.held !== undefined;
  useEffect(() => {
    const element = grid.current;
    if (element === null || !dragging) {
      return undefined;
    }
    let frame = requestAnimationFrame(function scroll() {
      const held = grabbed.current;
      const before = element.scrollTop;
      if (held !== null) {
        element.scrollTop += pull(element, held);
        if (element.scrollTop !== before) {
          follow(held);
        }
      }
      frame = requestAnimationFrame(scroll);
    });
    return () => cancelAnimationFrame(frame);
  }, [grid, dragging, follow]);
  useEffect(() => () => clearTimeout(grabbed.current?.waiting), []);

  /** Takes the keys that move the appointment in focus; the result says whether it took this one. */
  const press = ({ key, target: focused }: KeyboardEvent): boolean => {
    if (moving === null) {
      const found = key.toLowerCase() === 'm' ? appointmentAt(focused) : undefined;
      if (found !== undefined) {
        setMoving({ appointment: found.appointment });
      }
      return found !== undefined;
    }
    if (key === 'Escape') {
      stop();
      return true;
    }
    if (moving.held !== undefined) {
      return false;
    }
    if (key === 'Enter') {
      ask(target);
      return true;
    }
    const next = target?.slot ? neighbour(days, target.slot.startsAt, key) : undefined;
    if (next !== undefined) {
      setMoving({ appointment: moving.appointment, chosen: next.startsAt });
    }
    return next !== undefined || key.startsWith('Arrow');
  };

  return {
    moving: moving?.appointment ?? null,
    byKeys: moving !== null && moving.held === undefined,
    /** Free times are still to come, or there are none. */
    waiting: moving !== null && free.data === undefined,
    target,
    days,
    handlers,
    press,
    stop,
    asked,
    answered: () => setAsked(null),
  };
}

/** How far the grid scrolls in a frame for an appointment that was moved to one of its edges. */
function pull(grid: Element, { pressed, now }: Grabbed): number {
  const { top, bottom } = grid.getBoundingClientRect();
  const upper = top + (grid.querySelector('[data-head]')?.clientHeight ?? 0);
  if (now.y < Math.min(upper + EDGE_PX, pressed.y - DRAG_PX)) {
    return -SCROLL_PX;
  }
  return now.y > Math.max(bottom - EDGE_PX, pressed.y + DRAG_PX) ? SCROLL_PX : 0;
}

/** The time of the calendar at a point of the screen, to five minutes. */
function placeAt(grid: Element, x: number, y: number): Place | undefined {
  const columns = [...grid.querySelectorAll<HTMLElement>('[data-date]')];
  const column = columns.find((each) => x < each.getBoundingClientRect().right) ?? columns.at(-1);
  if (column === undefined) {
    return undefined;
  }
  const { top, height } = column.getBoundingClientRect();
  const [first, last] = [Number(column.dataset.from), Number(column.dataset.to)];
  const minutes = first + ((y - top) / height) * (last - first);
  return { date: column.dataset.date ?? '', from: Math.round(Math.min(last, Math.max(first, minutes)) / 5) * 5 };
}

function targetOf(
  { appointment, held, chosen }: Moving,
  days: readonly SlotDay[],
  appointments: readonly Appointment[],
  zone: string,
): Target | null {
  const minutes = (Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt)) / 60_000;
  const at = (date: string, slot: Slot): Target => {
    const from = minutesIn(zone, slot.startsAt);
    return { date, from, to: from + minutes, slot, taken: null };
  };
  if (held === undefined) {
    const all = days.flatMap(({ date, slots }) => slots.map((slot) => at(date, slot)));
    const apart = ({ slot }: Target) => Math.abs(Date.parse(slot?.startsAt ?? '') - Date.parse(appointment.startsAt));
    return (
      all.find(({ slot }) => slot?.startsAt === chosen) ??
      all.reduce<Target | null>((best, one) => (best === null || apart(one) < apart(best) ? one : best), null)
    );
  }
  const own = minutesIn(zone, appointment.startsAt);
  if (held.date === dateIn(zone, appointment.startsAt) && Math.abs(held.from - own) <= STAYS_MINUTES) {
    return { date: held.date, from: own, to: own + minutes, slot: null, taken: null, stays: true };
  }
  const near = (days.find(({ date }) => date === held.date)?.slots ?? [])
    .map((slot) => at(held.date, slot))
    .filter(({ from }) => Math.abs(from - held.from) <= NEAR_MINUTES)
    .sort((a, b) => Math.abs(a.from - held.from) - Math.abs(b.from - held.from))[0];
  if (near !== undefined) {
    return near;
  }
  const others = blocksOf(appointments.filter(isOpen), held.date, zone);
  const to = held.from + minutes;
  const other = others.find((block) => block.from < to && held.from < block.to);
  return { ...held, to, slot: null, taken: other?.appointment.patient.name ?? null };
}

/** "09:00–09:30" */
export function spanText({ from, to }: { from: number; to: number }): string {
  return `${clockOf(from)}–${clockOf(to)}`;
}
