/** The single policy that decides who may talk to whom. */
@NullMarked
package io.healthconnect.application.contact;

import org.jspecify.annotations.NullMarked;
