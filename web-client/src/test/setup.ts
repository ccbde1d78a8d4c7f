import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// A deadline is there to end a test that has failed; a loaded machine must not reach it.
configure({ asyncUtilTimeout: 60_000 });
