import { CalendarPlus } from 'lucide-react';
import { currentTime } from '@/shared/time';
import type { Appointment } from '@/shared/api';
import { saveFile } from '@/shared/browser';
import { useTranslations } from '@/shared/i18n';
import { Button } from '@/shared/ui';
import { icsOf } from './calendar';

/** Hands the appointment to the device's calendar. The file is made here; no server sees it. */
export function AddToCalendar({ appointment, name }: { appointment: Appointment; name: string }) {
  const t = useTranslations('appointments');
  const save = () => {
    const ics = icsOf({
      uid: `${appointment.id}@${window.location.hostname}`,
      title: t('calendarTitle', { name }),
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      url: `${window.location.origin}/visits/${appointment.id}`,
      sequence: appointment.version,
      madeAt: currentTime(),
    });
    saveFile(new Blob([ics], { type: 'text/calendar;charset=utf-8' }), 'visit.ics');
  };
  return (
    <Button icon={<CalendarPlus size={20} aria-hidden />} onClick={save}>
      {t('addToCalendar')}
    </Button>
  );
}
