export { forgetDraft, forgetDrafts, keepDraft, readDraft } from './drafts';
export { same } from './same';
export { useForm, type Form } from './useForm';
