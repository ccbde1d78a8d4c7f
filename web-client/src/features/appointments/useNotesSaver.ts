import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Appointment, isProblem } from '@/shared/api';
import { useAppointmentChange } from '@/shared/appointments';
import { systemClock } from '@/shared/time';
import type { NotesForm } from './useNotesForm';

export const NOTES_FIELD = 'visit-notes';

/** A save follows this pause in the typing; without a pause it comes after the longer time. */
const PAUSE_MS = 1_500;
const LONGEST_MS = 10_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;
/** Of what was sent and may have arrived; if an older one did, the doctor is asked as for somebody else's. */
const MOST_UNHEARD = 20;

export interface NotesSaver {
  /** `failing`: it could not be sent, and will be sent again; `refused`: that needs the doctor, see `problem`. */
  state: 'stored' | 'typed' | 'saving' | 'failing' | 'refused' | 'superseded';
  /** When this page saved last, in milliseconds. */
  savedAt: number | null;
  problem: Error | null;
  /** Whether what is typed is saved without a press. */
  byItself: boolean;
  save: (onSaved?: () => void) => void;
}

/**
 * What was sent from here, by appointment, since a save was last heard to have arrived: a save whose answer was lost, or came
 * to a page that has been left, is not somebody else's.
 */
const unheard = new Map<string, string[]>();

/**
 * Saves the notes while they are typed, until the patient can read them: what patients read is saved with a press. A save that
 * could not be sent is repeated, also when the page is left; notes that were saved elsewhere meanwhile stop it until the
 * doctor has decided.
 */
export function useNotesSaver(appointment: Appointment, form: NotesForm): NotesSaver {
  const { id } = appointment;
  const text = form.values.notes;
  const stored = form.stored.notes;
  const superseded = form.conflicts.length > 0;
  const byItself = appointment.status !== 'completed';
  const sent = useRef(text);
  const told = useRef<() => void>(undefined);
  const timing = useRef({ typedAt: 0, retryAt: 0 });
  const [failures, setFailures] = useState(0);
  const [problem, setProblem] = useState<Error | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [saved, setSaved] = useState<{ text: string; as: string; at: number } | null>(null);

  const change = useAppointmentChange(
    { ...appointment, notes: form.seen.notes, version: form.version },
    {
      restsOn: ({ notes }) => notes ?? '',
      onChanged: (changed) => {
        const now = changed.notes ?? '';
        // A space at the end, where somebody is about to type on, is not taken away from them.
        const typing = document.activeElement?.id === NOTES_FIELD && sent.current.trim() === now;
        form.commit({ notes: typing ? now : sent.current }, { notes: now }, changed.version);
        unheard.set(id, [now]);
        setSaved({ text: sent.current, as: now, at: systemClock.now() });
        setFailures(0);
        setProblem(null);
        setRefused(null);
        told.current?.();
        told.current = undefined;
      },
    },
  );
  // The server may spell the same text in another way.
  const unsaved = text.trim() !== stored && !(text === saved?.text && stored === saved.as);
  const save = (onSaved?: () => void) => {
    if (!unsaved && !superseded) {
      onSaved?.();
      return;
    }
    sent.current = text;
    // A press whose save failed is answered when a later one works.
    told.current = onSaved ?? told.current;
    timing.current.typedAt = 0;
    unheard.set(id, [...(unheard.get(id) ?? []), text.trim()].slice(-MOST_UNHEARD));
    change.mutate(
      { action: 'notes', body: { notes: text, autosave: byItself } },
      {
        onError: (error) => {
          if (byItself && isProblem(error) && error.passing) {
            const wait = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
            timing.current.retryAt = systemClock.now() + Math.max(wait, 1_000 * (error.retryAfter ?? 0));
            setFailures(failures + 1);
            setProblem(error);
          } else if (!isProblem(error, 'precondition_failed', 'unauthenticated')) {
            setRefused(text);
            setProblem(error);
          }
        },
      },
    );
  };

  // Not somebody else's: this page sent it, and did not hear that it arrived.
  const own = superseded && unheard.get(id)?.includes(stored) === true;
  const rebase = useEffectEvent(() => form.rebase());
  useEffect(() => {
    if (own) {
      rebase();
    }
  }, [own]);

  const due = byItself && unsaved && !superseded && !change.isPending && refused !== text;
  const saveNow = useEffectEvent(() => {
    if (due) {
      save();
    }
  });
  useEffect(() => {
    if (!due) {
      return;
    }
    const now = systemClock.now();
    const at = timing.current;
    at.typedAt = at.typedAt === 0 ? now : at.typedAt;
    const pause = Math.min(PAUSE_MS, at.typedAt + LONGEST_MS - now);
    return systemClock.after(Math.max(0, pause, failures > 0 ? at.retryAt - now : 0), () => saveNow());
  }, [due, text, failures]);
  useEffect(() => {
    const now = () => saveNow();
    const hidden = () => {
      if (document.visibilityState === 'hidden') {
        saveNow();
      }
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', now);
    window.addEventListener('online', now);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', now);
      window.removeEventListener('online', now);
      saveNow();
    };
  }, []);

  return { state: stateOf(), savedAt: saved?.at ?? null, problem, byItself, save };

  function stateOf(): NotesSaver['state'] {
    if (superseded) {
      return own ? 'typed' : 'superseded';
    }
    if (change.isPending) {
      return failures > 0 ? 'failing' : 'saving';
    }
    if (!unsaved) {
      return 'stored';
    }
    return refused === text ? 'refused' : failures > 0 ? 'failing' : 'typed';
  }
}
