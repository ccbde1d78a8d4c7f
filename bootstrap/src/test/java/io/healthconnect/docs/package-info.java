/** Checks the documents of the repository: their links, and that their code runs. */
@NullMarked
package io.healthconnect.docs;

import org.jspecify.annotations.NullMarked;
