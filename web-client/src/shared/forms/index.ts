export { forgetDraft, forgetDrafts, keepDraft, readDraft } from './drafts';
export { same } from './same';
export { useForm, type FieldErrors, type Form } from './useForm';
