package io.healthconnect.application.upkeep;

import java.time.Duration;

/**
 * The state of one task.
 *
 * @param task its name
 * @param runs how many runs have ended, including failures; of a task for one node, those here
 * @param failures how many runs have failed
 * @param overdue how long the end of the current or next run is overdue; zero while the task keeps
 *     to its period. It grows if a run hangs.
 */
public record UpkeepReport(String task, long runs, long failures, Duration overdue) {}
