import { useTranslations } from '@/shared/i18n';
import type { OwnEntry } from './auditApi';

const ACTIONS = [
  'record_read',
  'notes_read',
  'image_read',
  'document_read',
  'signed_in',
  'sign_in_refused',
  'disabled_sign_in_refused',
  'second_factor_asked',
  'second_factor_refused',
  'confirmation_refused',
  'passwords_throttled',
  'recovery_code_used',
  'second_factor_on',
  'second_factor_off',
  'second_factor_removed',
  'admin_created',
  'doctor_approved',
  'doctor_rejected',
  'account_disabled',
  'account_enabled',
  'reset_link_issued',
  'reset_link_mailed',
  'password_reset',
  'password_changed',
  'email_change_requested',
  'email_changed',
  'calendar_link_renewed',
  'data_exported',
  'account_read',
  'audit_read',
] as const;

type Action = (typeof ACTIONS)[number];

function isAction(code: string): code is Action {
  return (ACTIONS as readonly string[]).includes(code);
}

/** Tells an entry to the person whom it concerns. */
export function useOwnSentence(): (entry: OwnEntry) => string {
  const t = useTranslations('account');
  return ({ action, actor }) => {
    const name = actor === null ? t('auditNobody') : (actor.name ?? t('auditFormer'));
    return isAction(action) ? t(`audit_${action}`, { name }) : t('audit_other', { name });
  };
}
