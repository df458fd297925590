package io.fluxalchemy.faults.model;

/** What a program throws. */
final class ProgramFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProgramFailure() {
        super("the program failed", null, true, false);
    }
}
