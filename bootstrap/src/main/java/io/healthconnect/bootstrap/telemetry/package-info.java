/**
 * What watches the server from inside. {@link io.healthconnect.bootstrap.telemetry.OtlpTracing}
 * alone knows OpenTelemetry, whose classes are loaded only if traces are wanted.
 */
@NullMarked
package io.healthconnect.bootstrap.telemetry;

import org.jspecify.annotations.NullMarked;
