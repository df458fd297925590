package io.fluxalchemy.engine.script;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A driver whose answers the test writes. Every exchange is written into a journal as {@code "<connection>: <text>"} when it is
 * subscribed; what no rule names succeeds at once without rows.
 */
public final class ScriptedDriver implements ConnectionFactory {

    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final Map<String, Function<ScriptedConnection, Publisher<Long>>> rules = new ConcurrentHashMap<>();
    private volatile boolean keepsOrder;
    private final AtomicInteger opened = new AtomicInteger();
    private volatile Function<ScriptedConnection, Mono<ScriptedConnection>> connect = Mono::just;

    /** Answers whatever text begins with this, and with no longer prefix; the values are the numbers of rows written. */
    public ScriptedDriver on(String prefix, Function<ScriptedConnection, Publisher<Long>> answer) {
        rules.put(prefix, answer);
        return this;
    }

    public ScriptedDriver fails(String prefix, Throwable error) {
        return on(prefix, connection -> Mono.error(error));
    }

    public ScriptedDriver onConnect(Function<ScriptedConnection, Mono<ScriptedConnection>> answer) {
        connect = answer;
        return this;
    }

    /** Whether the adapter says that a statement may be given before a text in front of it is answered. */
    public ScriptedDriver keepsOrder(boolean keeps) {
        keepsOrder = keeps;
        return this;
    }

    boolean keepsOrder() {
        return keepsOrder;
    }

    public void forgetAll() {
        rules.clear();
    }

    public List<String> journal() {
        return journal;
    }

    public int opened() {
        return opened.get();
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.defer(() -> connect.apply(new ScriptedConnection(this, opened.incrementAndGet())));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return () -> "script";
    }

    /** The answer to a question for a sign of life, which stands in no journal: the rule for {@code "validate"}. */
    Publisher<Long> sign(ScriptedConnection connection) {
        Function<ScriptedConnection, Publisher<Long>> rule = rules.get("validate");
        return rule == null ? Mono.empty() : rule.apply(connection);
    }

    Publisher<Long> answer(ScriptedConnection connection, String text) {
        return Mono.defer(() -> {
                    journal.add(connection.number() + ": " + text);
                    return Mono.empty();
                })
                .thenMany(reactor.core.publisher.Flux.defer(() -> rules.entrySet().stream()
                        .filter(rule -> text.startsWith(rule.getKey()))
                        .max(Comparator.comparingInt(rule -> rule.getKey().length()))
                        .map(rule -> rule.getValue().apply(connection))
                        .orElse(Mono.empty())));
    }
}
