export {
  appointmentQuery,
  bookAppointment,
  FINAL_STATUSES,
  hasStarted,
  isOpen,
  isOver,
  OPEN_STATUSES,
  REQUESTS,
  useAppointmentChange,
  useAppointments,
  useRememberAppointment,
  type AppointmentChange,
} from './appointments';
export { useAppointmentUpdates } from './useAppointmentUpdates';
