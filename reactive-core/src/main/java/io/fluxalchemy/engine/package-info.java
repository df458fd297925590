/**
 * Pool, connections, transactions and execution: the only place where statements meet R2DBC and Reactor. Start reading at
 * {@code AsyncEngine}.
 */
@NullMarked
package io.fluxalchemy.engine;

import org.jspecify.annotations.NullMarked;
