/**
 * Statement + dialect → {@link io.fluxalchemy.compiler.CompiledSql}. Pure: no driver, no I/O. Start reading at
 * {@link io.fluxalchemy.compiler.BoundSql}.
 */
@NullMarked
package io.fluxalchemy.compiler;

import org.jspecify.annotations.NullMarked;
