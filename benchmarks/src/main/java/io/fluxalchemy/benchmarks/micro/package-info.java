/** What needs no database, measured by JMH: texts of statements, rows to entities, finding changes, planning a flush. */
@NullMarked
package io.fluxalchemy.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
