/** The origin of a request (address, network, TLS), as both edges determine it. */
@NullMarked
package io.healthconnect.edge.address;

import org.jspecify.annotations.NullMarked;
