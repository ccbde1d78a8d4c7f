/** The one policy that says who may talk to whom. */
@NullMarked
package io.healthconnect.application.contact;

import org.jspecify.annotations.NullMarked;
