/** The forms in which many rows can be written on H2 and MariaDB, by hand, beside each other. */
@NullMarked
package io.fluxalchemy.benchmarks.forms;

import org.jspecify.annotations.NullMarked;
