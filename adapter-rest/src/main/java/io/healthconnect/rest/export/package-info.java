/** The download of everything that is stored of a person. */
@NullMarked
package io.healthconnect.rest.export;

import org.jspecify.annotations.NullMarked;
