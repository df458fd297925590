/**
 * Rows of a driver in, Java values out: by position, with one decoder per column resolved once per result. Start reading at
 * {@link io.fluxalchemy.result.ResultReader}; a row kept beyond its reading is a {@code DetachedRow}.
 */
@NullMarked
package io.fluxalchemy.result;

import org.jspecify.annotations.NullMarked;
