package io.fluxalchemy.engine.turn;

import io.fluxalchemy.error.FatalErrorException;
import java.util.List;
import java.util.Map;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.util.context.ContextView;

/**
 * What was thrown out of an operator that was given a signal. Reactor throws errors of the virtual machine so instead of signalling
 * them, through every operator up to the driver's thread, so that nothing in between would ever end.
 */
final class ThrownError {

    private ThrownError() {}

    /** The error as it is signalled to those who can still hear it. */
    static Throwable signal(Throwable thrown) {
        return thrown instanceof VirtualMachineError || thrown instanceof LinkageError
                ? new FatalErrorException((Error) thrown)
                : Exceptions.unwrap(thrown);
    }

    /** Ends the bodies of the scopes this Context is in, whose operators the error has gone through; false where it is in none. */
    static boolean toldAround(Throwable thrown, ContextView context) {
        List<InTurn> around = context.stream()
                .map(Map.Entry::getValue)
                .filter(InTurn.class::isInstance)
                .map(InTurn.class::cast)
                .toList();
        around.forEach(scope -> scope.turn().thrown(thrown));
        return !around.isEmpty();
    }

    /**
     * A subscriber threw what it, or those behind it, could not deal with, when it was told of the end of a scope: the scopes around
     * are ended, and where there are none it is signalled, to be heard where the operator that has thrown it still listens.
     */
    static void tell(Throwable thrown, CoreSubscriber<?> actual) {
        if (!toldAround(thrown, actual.currentContext())) {
            try {
                actual.onError(signal(thrown));
            } catch (Throwable e) {
                Operators.onErrorDropped(thrown, actual.currentContext());
            }
        }
    }
}
