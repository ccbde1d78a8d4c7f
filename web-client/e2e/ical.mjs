import ICAL from 'ical.js';

/** The events of a calendar, as another program reads them. */
export function eventsOf(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}
