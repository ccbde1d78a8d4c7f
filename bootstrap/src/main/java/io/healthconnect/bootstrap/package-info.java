/**
 * The runnable server: reads settings, wires adapters to use cases by hand, starts, and stops in
 * reverse order. The only package that depends on every module.
 */
@NullMarked
package io.healthconnect.bootstrap;

import org.jspecify.annotations.NullMarked;
