/**
 * A client that sends any bytes it likes, and what a server must refuse, in tables: each part that
 * reads from outside plays them, alone and in the whole product.
 */
@NullMarked
package io.healthconnect.testkit.wire;

import org.jspecify.annotations.NullMarked;
