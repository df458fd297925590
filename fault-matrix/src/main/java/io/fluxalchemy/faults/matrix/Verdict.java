package io.fluxalchemy.faults.matrix;

import org.jspecify.annotations.Nullable;

/**
 * How a case ended on a peer.
 *
 * @param isApplicable whether the peer has what the case is about
 * @param failure what went wrong; null for nothing
 */
public record Verdict(
        FaultCase fault, boolean isApplicable, @Nullable String failure) {

    public boolean isPassed() {
        return isApplicable && failure == null;
    }
}
