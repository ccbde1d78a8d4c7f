export {
  appointmentQuery,
  callOpensAt,
  FINAL_STATUSES,
  hasStarted,
  isOpen,
  isOver,
  OPEN_STATUSES,
  REQUESTS,
  useAppointments,
  useRememberAppointment,
  usualConfirmationQuery,
} from './appointments';
export { changeKind } from './changeKind';
export { sayRunningLate, useLateness } from './lateness';
export { useBookAppointment } from './bookAppointment';
export { isOfNewPatient, NewPatient } from './NewPatient';
export { changeAppointment, useAppointmentChange, type AppointmentChange } from './useAppointmentChange';
export { useAppointmentUpdates } from './useAppointmentUpdates';
export { isWaiting, useWaitingUpdates } from './waiting';
