/**
 * Statement + dialect → {@link io.fluxalchemy.compiler.CompiledSql}: a walk numbers the values, small renderers write the
 * clauses, a cache keeps the texts. Pure: no driver, no I/O. Start reading at {@link io.fluxalchemy.compiler.SqlCompiler}.
 */
@NullMarked
package io.fluxalchemy.compiler;

import org.jspecify.annotations.NullMarked;
