import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import type { Appointment, Slot } from '@/shared/api';
import { isOpen } from '@/shared/appointments';
import type { DoctorUser } from '@/shared/profile';
import { neighbour, type SlotDay, slotsQuery, daysOfSlots } from '@/shared/slots';
import { plusDays } from '@/shared/time';
import { blocksOf, clockOf, minutesIn } from './days';

/** Where an appointment would go: a free time, or why there is none. */
export interface Target {
  date: string;
  from: number;
  to: number;
  slot: Slot | null;
  /** Who is booked at that time; null when the practice is closed then. */
  taken: string | null;
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

/** What the pointer was pressed on. */
interface Grabbed {
  appointment: Appointment;
  x: number;
  y: number;
  /** How far below the top of its block. */
  within: number;
  dragged: boolean;
}

const DRAG_PX = 5;
/** How far from a free time the pointer may let go. */
const NEAR_MINUTES = 20;

/** Moves appointments of the calendar with the pointer or the keyboard, to times that are free. */
export function useMoving(
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
    if (moving !== null && wanted !== null) {
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
  const stop = () => {
    grabbed.current = null;
    setMoving(null);
  };
  /** For the element that holds all columns. */
  const handlers = {
    onPointerDown: ({ target: pressed, pointerType, button, clientX, clientY }: PointerEvent) => {
      const found = pointerType === 'touch' || button !== 0 ? undefined : appointmentAt(pressed);
      grabbed.current =
        found === undefined
          ? null
          : {
              appointment: found.appointment,
              x: clientX,
              y: clientY,
              within: clientY - found.element.getBoundingClientRect().top,
              dragged: false,
            };
    },
    onPointerMove: ({ clientX, clientY, pointerId, currentTarget }: PointerEvent) => {
      const held = grabbed.current;
      if (held === null || (!held.dragged && Math.hypot(clientX - held.x, clientY - held.y) <= DRAG_PX)) {
        return;
      }
      if (!held.dragged) {
        held.dragged = true;
        currentTarget.setPointerCapture(pointerId);
      }
      const place = placeAt(currentTarget, clientX, clientY - held.within);
      if (place !== undefined) {
        setMoving({ appointment: held.appointment, held: place });
      }
    },
    onPointerUp: () => {
      if (grabbed.current?.dragged === true) {
        ask(target);
      } else {
        grabbed.current = null;
      }
    },
    onPointerCancel: stop,
    onClickCapture: (event: MouseEvent) => {
      // The click that ends a drag is none on what lies below.
      if (grabbed.current?.dragged === true) {
        event.preventDefault();
        event.stopPropagation();
      }
      grabbed.current = null;
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
  const near = (days.find(({ date }) => date === held.date)?.slots ?? [])
    .map((slot) => at(held.date, slot))
    .filter(({ from }) => Math.abs(from - held.from) <= NEAR_MINUTES)
    .sort((a, b) => Math.abs(a.from - held.from) - Math.abs(b.from - held.from))[0];
  if (near !== undefined) {
    return near;
  }
  const others = blocksOf(
    appointments.filter((other) => other.id !== appointment.id && isOpen(other)),
    held.date,
    zone,
  );
  const to = held.from + minutes;
  const other = others.find((block) => block.from < to && held.from < block.to);
  return { ...held, to, slot: null, taken: other?.appointment.patient.name ?? null };
}

/** "09:00–09:30" */
export function spanText({ from, to }: { from: number; to: number }): string {
  return `${clockOf(from)}–${clockOf(to)}`;
}
