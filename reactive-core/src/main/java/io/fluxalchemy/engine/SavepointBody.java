package io.fluxalchemy.engine;

import io.fluxalchemy.dialect.TransactionSyntax;
import io.fluxalchemy.engine.TransactionEvent.Step;
import io.fluxalchemy.engine.turn.Compound;
import io.fluxalchemy.engine.turn.Turn;
import io.fluxalchemy.error.TransactionDoomedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A body under a savepoint: completes → released; error, cancel or doom inside → rolled back to it, and the transaction lives.
 * A savepoint that cannot be rolled back to dooms the transaction. One object per subscription of the scope's compound.
 */
final class SavepointBody<T> implements Compound<T> {

    private final LentConnection outer;
    private final Function<? super AsyncConnection, ? extends Mono<T>> work;
    private final TransactionScope scope;
    private final String name;
    private final TransactionHooks hooks = new TransactionHooks();
    private volatile boolean set;

    SavepointBody(LentConnection outer, Function<? super AsyncConnection, ? extends Mono<T>> work) {
        this.outer = outer;
        this.work = work;
        this.scope = outer.scope();
        this.name = scope.nextSavepoint();
    }

    @Override
    public Mono<T> body(Turn child) {
        Mono<Void> savepoint = scope.runner()
                .control(List.of(syntax().savepoint(name)))
                .doOnSuccess(done -> {
                    set = true;
                    scope.report(Step.SAVEPOINT);
                });
        return child.one(savepoint).then(outer.in(child, hooks).run(work));
    }

    @Override
    public Mono<Void> completed(Turn child) {
        return child.finish()
                .then(Mono.defer(() -> {
                    Throwable doom = child.doomed();
                    return doom == null
                            ? control(Step.RELEASE, release())
                                    .doOnSuccess(done -> outer.hooks().adopt(hooks))
                            : Mono.error(new TransactionDoomedException(
                                    "the nested block was rolled back although its body completed: something that had joined"
                                            + " it, or a cancelled operation in it, had failed",
                                    doom));
                }))
                .onErrorResume(e -> undo(child, e).then(Mono.error(e)));
    }

    @Override
    public Mono<Void> failed(Turn child, Throwable error) {
        return undo(child, error);
    }

    @Override
    public Mono<Void> cancelled(Turn child) {
        return undo(child, null);
    }

    private Mono<Void> undo(Turn child, @Nullable Throwable cause) {
        return child.abort(true).then(Mono.defer(() -> {
            if (!set || scope.isLost()) {
                Throwable doom = child.doomed();
                if (doom != null) {
                    outer.turn().doom(doom);
                }
                return Mono.empty();
            }
            List<String> texts = new ArrayList<>(List.of(syntax().rollbackTo(name)));
            texts.addAll(release());
            return control(Step.ROLLBACK_TO, texts)
                    .timeout(scope.core().settings().cleanupTimeout())
                    .doOnSuccess(done -> scope.lease().recovered())
                    .onErrorResume(e -> {
                        outer.turn().doom(e);
                        if (cause != null && cause != e) {
                            cause.addSuppressed(e);
                        }
                        return Mono.empty();
                    });
        }));
    }

    private Mono<Void> control(Step step, List<String> texts) {
        return scope.runner().control(texts).doOnSuccess(done -> scope.report(step));
    }

    private List<String> release() {
        String text = syntax().release(name);
        return text == null ? List.of() : List.of(text);
    }

    private TransactionSyntax syntax() {
        return scope.core().dialect().transactions();
    }
}
