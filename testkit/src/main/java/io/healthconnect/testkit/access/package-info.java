/** The access policy of the product, docs/access.md, as the tests of both edges read it. */
@NullMarked
package io.healthconnect.testkit.access;

import org.jspecify.annotations.NullMarked;
