export { forgetDrafts } from './drafts';
export { useForm, type FieldErrors, type Form } from './useForm';
