/** What a request costs the server and its database, beside the least that it could cost. */
@NullMarked
package io.healthconnect.benchmarks.requests;

import org.jspecify.annotations.NullMarked;
