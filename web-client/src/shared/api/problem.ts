import * as v from 'valibot';
import type { components } from './openapi';
import { slotSchema } from './shapes';

/** The server's refusal (RFC 9457), or a stand-in for it if there was no answer. */
export type ProblemCode =
  | components['schemas']['ErrorCode']
  /** No answer: offline, or the server is unavailable. */
  | 'offline'
  /** The answer was not what this version of the client understands. */
  | 'unexpected_reply';

const fieldErrorSchema = v.object({
  field: v.string(),
  code: v.optional(v.string(), ''),
  params: v.optional(v.object({ min: v.optional(v.number()), max: v.optional(v.number()) })),
});

const problemSchema = v.object({
  status: v.number(),
  code: v.string(),
  detail: v.optional(v.string(), ''),
  requestId: v.optional(v.string(), ''),
  errors: v.optional(v.array(fieldErrorSchema), []),
  nextFree: v.optional(v.array(slotSchema), []),
});

type Details = v.InferOutput<typeof problemSchema>;

/** A request that did not work. Pages decide by {@link code}; the other members are for people and logs. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly requestId: string;
  /** What is wrong with which field of the request. */
  readonly errors: Details['errors'];
  /** With `slot_taken`: what is still free. */
  readonly nextFree: Details['nextFree'];
  /** Seconds to wait before another try; undefined when the server named none. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, details: Partial<Details> & { retryAfter?: number | undefined } = {}) {
    super(details.detail || code);
    this.code = code;
    this.status = details.status ?? 0;
    this.requestId = details.requestId ?? '';
    this.errors = details.errors ?? [];
    this.nextFree = details.nextFree ?? [];
    this.retryAfter = details.retryAfter;
  }

  /** Whether the same request may work later without a change. */
  get passing(): boolean {
    return this.code === 'offline' || this.status >= 500 || this.status === 429;
  }

  static async of(response: Response): Promise<ApiProblem> {
    const seconds = Number(response.headers.get('Retry-After') ?? NaN);
    const retryAfter = Number.isFinite(seconds) ? seconds : undefined;
    const body: unknown = await response.json().catch(() => undefined);
    const problem = v.safeParse(problemSchema, body);
    return problem.success
      ? new ApiProblem(problem.output.code as ProblemCode, { ...problem.output, retryAfter })
      : new ApiProblem('unexpected_reply', { status: response.status, retryAfter });
  }
}

/** Whether the request was refused with one of the codes. */
export function isProblem(error: unknown, ...codes: ProblemCode[]): error is ApiProblem {
  return error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));
}
