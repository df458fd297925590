/**
 * The contract of one database: facts, syntaxes, limits and error kinds, with no I/O in it. Values go in, text comes out.
 */
@NullMarked
package io.fluxalchemy.dialect;

import org.jspecify.annotations.NullMarked;
