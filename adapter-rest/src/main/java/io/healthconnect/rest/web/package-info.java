/** Files and pages that the server delivers: the web client, the API documents and their page. */
@NullMarked
package io.healthconnect.rest.web;

import org.jspecify.annotations.NullMarked;
