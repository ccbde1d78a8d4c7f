/**
 * What every route shares: reading requests strictly, answering, problems, sessions, origins and
 * rates. Knows no feature.
 */
@NullMarked
package io.healthconnect.rest.http;

import org.jspecify.annotations.NullMarked;
