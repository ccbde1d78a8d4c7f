import { useTranslations } from '@/shared/i18n';
import type { Entry } from './administrationApi';

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
  'account_erased',
  'accounts_listed',
  'account_read',
  'audit_read',
  'system_read',
] as const;

type Action = (typeof ACTIONS)[number];

function isAction(code: string): code is Action {
  return (ACTIONS as readonly string[]).includes(code);
}

/** Tells an entry of the audit log in a sentence. */
export function useSentence(): (entry: Entry) => string {
  const t = useTranslations('administration');
  const name = (person: Entry['actor'], nobody: string) => {
    if (person === null) {
      return nobody;
    }
    const { role, name: known, email } = person;
    // All admins have one name.
    return role === 'admin' && known !== null && email !== null
      ? t('adminNamed', { name: known, email })
      : (known ?? t('formerUser'));
  };
  return ({ action, actor, subject }) => {
    // The command line has no account.
    const names = { actor: name(actor, t('whoeverRuns')), subject: name(subject, '') };
    if (action === 'sign_in_refused' && subject === null) {
      return t('did_sign_in_refused_unknown');
    }
    if (action === 'passwords_throttled' && subject === null) {
      return t('did_passwords_throttled_unknown');
    }
    if (action === 'audit_read' && subject === null) {
      return t('did_audit_read_all', names);
    }
    return isAction(action) ? t(`did_${action}`, names) : t('did_other', { ...names, action });
  };
}
