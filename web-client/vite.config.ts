import { fileURLToPath } from 'node:url';
import compile from 'icu-minify/compile';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// A server to work against: `java -jar bootstrap/target/health-connect.jar --demo`, then `npm run dev`.
const server = process.env['SERVER'] ?? 'http://127.0.0.1:8080';

type Words = { [key: string]: string | Words };

/** Parses the words of the product once, here, so that browsers need no parser of ICU messages. */
function compiledWords(): Plugin {
  const compiled = (words: Words): object =>
    Object.fromEntries(
      Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? compile(value) : compiled(value)]),
    );
  return {
    name: 'compiled-words',
    enforce: 'pre',
    transform: {
      filter: { id: /\/i18n\/\w+\.json$/ },
      handler: (code) => ({ code: JSON.stringify(compiled(JSON.parse(code) as Words)), map: null }),
    },
  };
}

/** What most pages with a form consist of. */
const FORMS =
  /\/src\/shared\/(?:forms\/|ui\/(?:Card|ErrorSummary|PasswordField|Choice|fieldWords|fieldProblems|NewerBox)\.tsx?$)|useMutation|mutationObserver/;

/** What most pages about appointments consist of. */
const APPOINTMENTS =
  /\/src\/shared\/(?:appointments\/|api\/(?:useAllPages|appointmentShapes)\.ts$|ui\/Status\.tsx$|time\/AppointmentTime\.tsx$)/;

export default defineConfig(({ command }) => ({
  plugins: [react(), ...(command === 'build' ? [compiledWords()] : [])],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      ...(command === 'build' ? { 'use-intl/format-message': 'use-intl/format-message/format-only' } : {}),
    },
  },
  build: {
    // A folder of the class path, which the jar serves at "/".
    outDir: 'target/classes/web',
    emptyOutDir: true,
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    // The content security policy allows no data: addresses and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few files: each one costs a request, and code compresses better beside other code.
          groups: [
            { name: 'index', tags: ['$initial'], priority: 3 },
            { name: 'forms', test: FORMS, priority: 2 },
            { name: 'appointments', test: APPOINTMENTS, priority: 1 },
            { name: 'icons', test: /lucide-react/, minShareCount: 2 },
          ],
        },
      },
    },
    manifest: 'vite-manifest.json',
  },
  server: {
    proxy: {
      '/api': { target: server, changeOrigin: true },
      '/socket.io': { target: server, ws: true, changeOrigin: true },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    // Loading everything again for each file takes most of the time.
    isolate: false,
    pool: 'threads',
    testTimeout: 90_000,
  },
}));
