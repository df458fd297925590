/** The workloads, what checks their results, and the program that has contenders take turns. Start at {@code Workloads}. */
@NullMarked
package io.fluxalchemy.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
