/** The statements the query language was designed by, each with the SQL it becomes and a run on a server. */
@NullMarked
package io.fluxalchemy.snippets;

import org.jspecify.annotations.NullMarked;
