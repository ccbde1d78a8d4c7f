const WORKER = '/sw.js';

interface ScriptUrls {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (url: string) => string };
}

let address: string | undefined;

/** The content security policy takes no plain text for the address of a script, and each policy once. */
function workerUrl(): string {
  const { trustedTypes } = window as { trustedTypes?: ScriptUrls };
  address ??= trustedTypes?.createPolicy('worker', { createScriptURL: () => WORKER }).createScriptURL(WORKER) ?? WORKER;
  return address;
}

/** Installs the service worker, or the newer one that the server has. Browsers have none outside https, or where storage is blocked. */
export async function installWorker(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(workerUrl());
  return navigator.serviceWorker.ready;
}

/** Removes the copies of what the person has seen, which are there for times without a network. */
export function forgetCopies(): void {
  try {
    navigator.serviceWorker.controller?.postMessage('forget');
  } catch {
    // There is no service worker, and so no copy.
  }
}
