import * as v from 'valibot';
import { ApiProblem } from './problem';

export interface RequestOptions {
  /** Written as JSON; a `FormData` is sent as it is. */
  body?: unknown;
  /** Parameters of the query; undefined, null and empty ones are left out. */
  query?: Record<string, string | number | boolean | null | undefined>;
  signal?: AbortSignal | undefined;
  /** Makes a repeated request harmless: the same key gives the same result. */
  idempotencyKey?: string;
  /** The version that a change is based on. */
  ifMatch?: number;
  /** Whether the request goes on when the page is left. */
  keepalive?: boolean;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Schema<T> = v.GenericSchema<unknown, T>;

const unauthenticatedListeners = new Set<() => void>();

/** Called when the answer to a request says that its session has ended. */
export function onUnauthenticated(listener: () => void): () => void {
  unauthenticatedListeners.add(listener);
  return () => unauthenticatedListeners.delete(listener);
}

/** Requests to this server. They reject with an {@link ApiProblem}, or with an `AbortError` when aborted. */
export const api = {
  get: <T>(path: string, schema: Schema<T>, options?: RequestOptions) => request('GET', path, schema, options),
  post: <T>(path: string, schema: Schema<T>, options?: RequestOptions) => request('POST', path, schema, options),
  put: <T>(path: string, schema: Schema<T>, options?: RequestOptions) => request('PUT', path, schema, options),
  delete: <T>(path: string, schema: Schema<T>, options?: RequestOptions) => request('DELETE', path, schema, options),
};

/** For replies without a body. */
export const nothing = v.undefined();

async function request<T>(method: Method, path: string, schema: Schema<T>, options: RequestOptions = {}): Promise<T> {
  return finish(path, await send(method, path, options), schema);
}

/** Handles every answer, however it was requested. */
export async function finish<T>(path: string, response: Response, schema: Schema<T>): Promise<T> {
  await refuse(path, response);
  const body: unknown = response.status === 204 ? undefined : await bodyOf(response);
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    throw new ApiProblem('unexpected_reply', {
      status: response.status,
      requestId: response.headers.get('X-Request-Id') ?? '',
      detail: `${path}: ${v.getDotPath(parsed.issues[0]) ?? ''}`,
    });
  }
  return parsed.output;
}

/** Throws what the answer says instead of what was asked for. */
async function refuse(path: string, response: Response): Promise<void> {
  if (!response.ok) {
    const problem = await ApiProblem.of(response);
    if (problem.code === 'unauthenticated' && !path.startsWith('/api/auth/')) {
      unauthenticatedListeners.forEach((listener) => listener());
    }
    throw problem;
  }
}

/** A file of any size; what does not fit into memory, the browser keeps on the disk. */
export async function download(path: string): Promise<Blob> {
  const response = await send('GET', path, {});
  await refuse(path, response);
  try {
    return await response.blob();
  } catch {
    throw new ApiProblem('offline');
  }
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json' });
  const form = options.body instanceof FormData;
  if (options.body !== undefined && !form) {
    headers.set('Content-Type', 'application/json');
  }
  if (options.idempotencyKey !== undefined) {
    headers.set('Idempotency-Key', options.idempotencyKey);
  }
  if (options.ifMatch !== undefined) {
    headers.set('If-Match', `"${options.ifMatch}"`);
  }
  try {
    return await fetch(path + queryOf(options.query), {
      method,
      headers,
      credentials: 'same-origin',
      keepalive: options.keepalive ?? false,
      signal: options.signal ?? null,
      body: options.body === undefined ? null : form ? (options.body as FormData) : JSON.stringify(options.body),
    });
  } catch (error) {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : new ApiProblem('offline');
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw error instanceof DOMException && error.name === 'AbortError'
      ? error
      : new ApiProblem('unexpected_reply', { status: response.status });
  }
}

function queryOf(query: RequestOptions['query']): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
