/** One way of loading and storing the same rows each. Start reading at {@code Contender}. */
@NullMarked
package io.fluxalchemy.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
