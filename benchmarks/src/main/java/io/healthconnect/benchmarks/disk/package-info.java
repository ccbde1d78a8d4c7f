/**
 * Breaks the disk under a server on SQLite: a full disk, failing writes and syncs, a locked file,
 * lost writes, damaged bytes. Needs root, and tools that each scenario names.
 */
@NullMarked
package io.healthconnect.benchmarks.disk;

import org.jspecify.annotations.NullMarked;
