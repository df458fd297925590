/**
 * The fault matrix on others: a plain pool with {@code usingWhen}, and Spring's transactions. Start at
 * {@link io.fluxalchemy.benchmarks.faults.PeerMatrix}.
 */
package io.fluxalchemy.benchmarks.faults;
