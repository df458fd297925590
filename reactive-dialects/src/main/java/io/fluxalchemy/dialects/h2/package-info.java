/**
 * H2, version 2: its facts and syntaxes. Parts of the tree go in, SQL text comes out; no I/O. Start reading at
 * {@link io.fluxalchemy.dialects.h2.H2Dialect}.
 */
@NullMarked
package io.fluxalchemy.dialects.h2;

import org.jspecify.annotations.NullMarked;
