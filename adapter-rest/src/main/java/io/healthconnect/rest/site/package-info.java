/** Routes that concern no feature: configuration, health, documents. */
@NullMarked
package io.healthconnect.rest.site;

import org.jspecify.annotations.NullMarked;
