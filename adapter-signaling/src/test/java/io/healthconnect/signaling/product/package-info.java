/** Tests of what the product does with its sockets, over real sockets on loopback. */
@NullMarked
package io.healthconnect.signaling.product;

import org.jspecify.annotations.NullMarked;
