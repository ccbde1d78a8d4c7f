export { forgetDraft, forgetDrafts, keepDraft, readDraft } from './drafts';
export { useForm, type FieldErrors, type Form } from './useForm';
