/**
 * The SQL of a statement in every dialect, in one assertion and without a database.
 *
 * <p>In goes a statement of {@code io.fluxalchemy.sql} and the texts expected; out comes nothing, or a failure that shows all
 * texts. Start reading at {@link io.fluxalchemy.testkit.golden.GoldenSql}.
 */
@NullMarked
package io.fluxalchemy.testkit.golden;

import org.jspecify.annotations.NullMarked;
