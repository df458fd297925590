package io.fluxalchemy.error;

/**
 * An error of the virtual machine (out of memory, stack overflow, a class that is missing or does not link) in a function of the
 * application that the engine calls: a row's reader, a scope's body, an operator behind a statement. Reactor throws such errors through every
 * operator instead of signalling them, so nobody would hear of them and nothing would be released; this carries one as a signal.
 */
public class FatalErrorException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public FatalErrorException(Error cause) {
        super(
                "an error of the virtual machine in a function of the application: "
                        + cause.getClass().getName(),
                cause);
    }
}
