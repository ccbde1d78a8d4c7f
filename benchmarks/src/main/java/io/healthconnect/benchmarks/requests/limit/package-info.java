/** The least that each request can cost: a bare Jetty handler over a plain driver. */
@NullMarked
package io.healthconnect.benchmarks.requests.limit;

import org.jspecify.annotations.NullMarked;
