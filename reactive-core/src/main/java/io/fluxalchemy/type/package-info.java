/**
 * How a Java value meets a column. A {@link io.fluxalchemy.type.SqlType} pairs a Java class with a
 * {@link io.fluxalchemy.type.Storage}, the form the column keeps, and converts between the two without loss or with an error.
 * Pure: no driver, no I/O. Start reading at {@link io.fluxalchemy.type.Types}.
 */
@NullMarked
package io.fluxalchemy.type;

import org.jspecify.annotations.NullMarked;
