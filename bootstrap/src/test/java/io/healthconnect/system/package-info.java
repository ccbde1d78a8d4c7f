/** Drives the runnable jar as a process, from outside, the way people and clients do. */
@NullMarked
package io.healthconnect.system;

import org.jspecify.annotations.NullMarked;
