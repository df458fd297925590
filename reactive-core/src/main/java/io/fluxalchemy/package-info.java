/**
 * The two annotations every other package uses. Nothing else lives here: start reading at {@code io.fluxalchemy.engine.AsyncEngine}
 * for the way in, at {@code io.fluxalchemy.sql.Sql} for the query language.
 */
@NullMarked
package io.fluxalchemy;

import org.jspecify.annotations.NullMarked;
