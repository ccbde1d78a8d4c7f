/**
 * The runnable server: reads settings, wires adapters to use cases by hand, starts, and stops in
 * reverse order. The only place that knows every module.
 */
@NullMarked
package io.healthconnect.bootstrap;

import org.jspecify.annotations.NullMarked;
