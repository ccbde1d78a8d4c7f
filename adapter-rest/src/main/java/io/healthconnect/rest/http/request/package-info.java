/**
 * Reads requests strictly: parameters, JSON, forms and images. A request is refused unless
 * everything read here is valid.
 */
@NullMarked
package io.healthconnect.rest.http.request;

import org.jspecify.annotations.NullMarked;
