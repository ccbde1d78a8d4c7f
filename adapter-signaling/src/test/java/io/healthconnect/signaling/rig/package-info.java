/** What the tests of signaling share: a server on loopback, and time that a test moves. */
@NullMarked
package io.healthconnect.signaling.rig;

import org.jspecify.annotations.NullMarked;
