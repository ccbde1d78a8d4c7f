export {
  appointmentQuery,
  bookAppointment,
  FINAL_STATUSES,
  isOpen,
  OPEN_STATUSES,
  useAppointmentChange,
  useAppointments,
  useRememberAppointment,
  type AppointmentChange,
  type AppointmentFilter,
} from './appointments';
export { useAppointmentUpdates } from './useAppointmentUpdates';
