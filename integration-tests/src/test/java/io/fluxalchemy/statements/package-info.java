/** Statements of every kind, run on every database with the same result. */
@NullMarked
package io.fluxalchemy.statements;

import org.jspecify.annotations.NullMarked;
