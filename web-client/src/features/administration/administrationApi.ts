import { queryOptions, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { api, nothing, usePages } from '@/shared/api';

const text = v.string();
const optionalText = v.nullable(text);
const role = v.picklist(['doctor', 'patient', 'admin']);
const state = v.picklist(['active', 'pending', 'rejected', 'disabled']);

const accountEntries = {
  id: text,
  role,
  name: text,
  email: text,
  avatar: optionalText,
  createdAt: text,
  state,
  approval: v.nullable(v.picklist(['pending', 'approved', 'rejected'])),
  rejectionReason: optionalText,
  disabled: v.boolean(),
  secondFactor: v.boolean(),
};

const accountSchema = v.object(accountEntries);
const detailedSchema = v.object({
  ...accountEntries,
  practice: v.nullable(
    v.object({
      specialization: text,
      experience: v.number(),
      qualification: text,
      about: text,
      // A node of the former release knows of no languages.
      languages: v.optional(v.array(text), () => []),
      contactNumber: optionalText,
      timeZone: text,
    }),
  ),
  credentials: v.nullable(
    v.object({ licenceNumber: optionalText, documents: v.array(v.object({ id: text, url: text })) }),
  ),
});
const linkReply = v.object({ resetLink: v.object({ url: text, expiresAt: text }) });

export type ManagedAccount = v.InferOutput<typeof accountSchema>;
export type DetailedAccount = v.InferOutput<typeof detailedSchema>;
export type Evidence = NonNullable<DetailedAccount['credentials']>;
export type ResetLink = v.InferOutput<typeof linkReply>['resetLink'];
export type AccountState = ManagedAccount['state'];
export const ROLES = role.options;
export const STATES = state.options;

/** The parameters of a search, as they stand in the address of the page. */
export const SEARCH = ['q', 'role', 'state'] as const;
export type Search = Partial<Record<(typeof SEARCH)[number], string>>;

const PEOPLE = 'managed-people';
const accountsReply = v.object({ users: v.array(accountSchema), nextCursor: optionalText });

export function usePeople(search: Search) {
  return usePages(
    [PEOPLE, search],
    async (cursor, signal) => {
      const query = { ...search, cursor, limit: 50 };
      const page = await api.get('/api/admin/users', accountsReply, { query, signal });
      return { items: page.users, nextCursor: page.nextCursor };
    },
    { keepBefore: true },
  );
}

const detailedReply = v.object({ user: detailedSchema });

export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ['managed-person', id],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/admin/users/${encodeURIComponent(id)}`, detailedReply, { signal })).user,
  });
}

const accountReply = v.object({ user: accountSchema });

export type Decision = 'approve' | 'disable' | 'enable';

/** Shows the result of a change wherever the account is shown. */
function useShown(id: string) {
  const client = useQueryClient();
  return async ({ user }: v.InferOutput<typeof accountReply>) => {
    client.setQueryData(accountQuery(id).queryKey, (before) => before && { ...before, ...user });
    await client.invalidateQueries({ queryKey: [PEOPLE] });
  };
}

/** Decides about one account. */
export function useDecide(id: string) {
  const show = useShown(id);
  return async (decision: Decision) => show(await api.post(`/api/admin/users/${id}/${decision}`, accountReply));
}

/** What turning the doctor down is called: who practises loses what somebody who waits has never had. */
export function rejection(account: ManagedAccount) {
  return account.approval === 'approved' ? 'withdraw' : 'reject';
}

/** Turns a doctor down. */
export function useReject(id: string) {
  const show = useShown(id);
  return async (reason: string) =>
    show(await api.post(`/api/admin/users/${id}/reject`, accountReply, { body: { reason: reason || null } }));
}

/** The password alone is then enough to log in. */
export function useRemoveSecondFactor(id: string) {
  const show = useShown(id);
  return async () => show(await api.delete(`/api/admin/users/${id}/totp`, accountReply));
}

export async function makeResetLink(id: string): Promise<ResetLink> {
  return (await api.post(`/api/admin/users/${id}/reset-link`, linkReply)).resetLink;
}

/** Nothing undoes this. */
export function useErase(id: string) {
  const client = useQueryClient();
  return async () => {
    await api.post(`/api/admin/users/${id}/erase`, nothing);
    await client.invalidateQueries({ queryKey: [PEOPLE] });
  };
}

const person = v.object({
  id: text,
  role: v.nullable(role),
  name: optionalText,
  // A node of the former release does not tell.
  email: v.optional(optionalText, null),
});
const entrySchema = v.object({
  number: v.number(),
  at: text,
  // Another release may know more of them.
  action: text,
  actor: v.nullable(person),
  subject: v.nullable(person),
});
const entriesReply = v.object({ entries: v.array(entrySchema), nextCursor: optionalText });

export type Entry = v.InferOutput<typeof entrySchema>;

/** @param userId whom the entries concern; empty for all of them */
export function useAudit(userId: string) {
  return usePages(
    ['audit', userId],
    async (cursor, signal) => {
      const page = await api.get('/api/admin/audit', entriesReply, { query: { userId, cursor, limit: 50 }, signal });
      return { items: page.entries, nextCursor: page.nextCursor };
    },
    // Each look is an entry itself.
    { onReturn: false },
  );
}

const count = v.number();
const outbox = v.object({ waiting: count, oldestAt: v.nullable(text), failed: count });
const systemReply = v.object({
  system: v.object({
    version: text,
    javaVersion: text,
    zoneData: text,
    startedAt: text,
    store: v.object({ product: text, schema: count, bytes: count, freeBytes: v.nullable(count) }),
    feed: v.object({
      nodes: count,
      lagSeconds: v.nullable(count),
      skipped: count,
      interruptions: count,
      listenerFailures: count,
    }),
    load: v.object({
      sockets: count,
      queues: v.object({ requests: count, events: count, passwords: count, images: count }),
      heapBytes: count,
      mostHeapBytes: count,
      uncaughtFailures: count,
    }),
    outboxes: v.object({ mail: outbox, push: outbox }),
    upkeep: v.array(v.object({ name: text, runs: count, failures: count, overdueSeconds: count })),
  }),
});

export type System = v.InferOutput<typeof systemReply>['system'];

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: async ({ signal }) => (await api.get('/api/admin/system', systemReply, { signal })).system,
  // Each look is an entry of the audit log, so it is taken when somebody asks.
  refetchOnWindowFocus: false,
});
