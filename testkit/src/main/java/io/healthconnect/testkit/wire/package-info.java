/**
 * A client that sends arbitrary bytes, and tables of input that a server must refuse. Each part
 * that reads input from outside is tested with them, alone and in the whole product.
 */
@NullMarked
package io.healthconnect.testkit.wire;

import org.jspecify.annotations.NullMarked;
