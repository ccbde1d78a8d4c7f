/** Tests of the policy that says who may talk to whom, and when. */
@NullMarked
package io.healthconnect.application.contact;

import org.jspecify.annotations.NullMarked;
