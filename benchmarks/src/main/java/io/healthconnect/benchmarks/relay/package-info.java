/** CPU time per relayed candidate, next to a socket.io reference server in the same run. */
@NullMarked
package io.healthconnect.benchmarks.relay;

import org.jspecify.annotations.NullMarked;
