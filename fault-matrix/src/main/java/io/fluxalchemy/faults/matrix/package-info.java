/**
 * The fault matrix: phases of a transaction, faults in them, shapes and pools, each with what the contract demands. Start reading
 * at {@link io.fluxalchemy.faults.matrix.MatrixTable}.
 */
package io.fluxalchemy.faults.matrix;
