import * as v from 'valibot';
import { api, download, isProblem, nothing, userReplySchema } from '@/shared/api';
import type { components } from '@/shared/api/openapi';

/** @param code of an authenticator app, or a recovery code; empty until the server asks for one */
export async function logIn(email: string, password: string, code = '') {
  const body = code === '' ? { email, password } : { email, password, code };
  return (await api.post('/api/auth/login', userReplySchema, { body })).user;
}

/**
 * Creates an account. If an earlier attempt was not answered, the account may already exist, and whoever knows its
 * password continues with it.
 * @param unanswered whether there was such an attempt
 */
export async function signUp(body: components['schemas']['SignUpRequest'], unanswered: boolean) {
  try {
    return (await api.post('/api/auth/signup', userReplySchema, { body })).user;
  } catch (error) {
    if (unanswered && isProblem(error, 'email_taken')) {
      return logIn(body.email, body.password).catch(() => {
        throw error;
      });
    }
    throw error;
  }
}

const sessionsSchema = v.object({
  sessions: v.array(
    v.object({
      id: v.string(),
      browser: v.nullable(v.string()),
      system: v.nullable(v.string()),
      firstSeenAt: v.string(),
      lastSeenAt: v.string(),
      current: v.boolean(),
    }),
  ),
});

/** A device on which the person is logged in. */
export type OwnSession = v.InferOutput<typeof sessionsSchema>['sessions'][number];

export const SESSIONS = ['sessions'];

export async function loadSessions({ signal }: { signal: AbortSignal }): Promise<OwnSession[]> {
  return (await api.get('/api/auth/sessions', sessionsSchema, { signal })).sessions;
}

export function endSession(id: string) {
  return api.delete(`/api/auth/sessions/${id}`, nothing);
}

export function endOtherSessions() {
  return api.delete('/api/auth/sessions', nothing);
}

/** @param token what followed the `#` in the link */
export function resetPassword(token: string, newPassword: string) {
  return api.post('/api/auth/reset', nothing, { body: { token, newPassword } });
}

/** Everything that is stored of this person, as a ZIP file. */
export function downloadData() {
  return download('/api/me/export');
}

/** Nothing undoes this. */
export function eraseAccount(password: string) {
  return api.delete('/api/me', nothing, { body: { password } });
}

export function changePassword(currentPassword: string, newPassword: string) {
  return api.post('/api/auth/password', nothing, { body: { currentPassword, newPassword } });
}

const secondFactorSchema = v.object({ uri: v.string(), secret: v.string() });

/** What an authenticator app needs to know. */
export type SecondFactorBegun = v.InferOutput<typeof secondFactorSchema>;

export function beginSecondFactor(): Promise<SecondFactorBegun> {
  return api.post('/api/auth/totp', secondFactorSchema);
}

const recoveryCodesSchema = v.object({ recoveryCodes: v.array(v.string()) });

export async function confirmSecondFactor(code: string): Promise<string[]> {
  return (await api.post('/api/auth/totp/confirm', recoveryCodesSchema, { body: { code } })).recoveryCodes;
}

export function turnOffSecondFactor(password: string) {
  return api.delete('/api/auth/totp', nothing, { body: { password } });
}
