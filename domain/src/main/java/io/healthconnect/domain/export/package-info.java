/** Reads of everything that is stored of a person, as of one instant; for exports. */
@NullMarked
package io.healthconnect.domain.export;

import org.jspecify.annotations.NullMarked;
