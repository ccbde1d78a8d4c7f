/** The cases of the public suites of both protocols, with an application that echoes. */
@NullMarked
package io.healthconnect.signaling.suite;

import org.jspecify.annotations.NullMarked;
