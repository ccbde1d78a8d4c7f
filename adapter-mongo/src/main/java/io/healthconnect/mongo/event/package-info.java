/** News that no other document tells, as documents of their own. */
@NullMarked
package io.healthconnect.mongo.event;

import org.jspecify.annotations.NullMarked;
