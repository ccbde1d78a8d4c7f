export { experienceProblem } from './experience';
export { LanguagesField } from './LanguagesField';
export { NewerEntries } from './NewerEntries';
export { useProfileChange, type Basis, type DoctorUser, type OwnChange, type PatientUser } from './profileChange';
