import type * as v from 'valibot';
import { finish } from './client';
import { ApiProblem } from './problem';

export interface UploadOptions {
  method: 'POST' | 'PUT';
  form: FormData;
  /** Told how much has gone out, from 0 to 1. */
  progress?: (share: number) => void;
  signal?: AbortSignal;
}

/** A request like those of `api`, for files: `fetch` cannot say how much of a body has gone out. */
export async function upload<T>(path: string, schema: v.GenericSchema<unknown, T>, options: UploadOptions): Promise<T> {
  return finish(path, await send(path, options), schema);
}

function send(path: string, { method, form, progress, signal }: UploadOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(aborted());
      return;
    }
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => progress?.(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => reject(new ApiProblem('offline'));
    request.onabort = () => reject(aborted());
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ['Retry-After', 'X-Request-Id']) {
    const value = request.getResponseHeader(name);
    if (value !== null) {
      headers.set(name, value);
    }
  }
  return new Response(request.status === 204 ? null : request.responseText, { status: request.status, headers });
}

function aborted(): DOMException {
  return new DOMException('the upload was called off', 'AbortError');
}
