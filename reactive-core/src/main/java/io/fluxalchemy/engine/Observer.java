package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.util.context.ContextView;

/**
 * Tells the log and the listeners what ran. Logger {@code io.fluxalchemy.SQL}: one line per statement at DEBUG, at INFO with echo,
 * at WARN for a slow one. Values are masked, their type stands for them, unless the engine logs values; sensitive ones always are.
 */
final class Observer {

    private static final Logger SQL = LoggerFactory.getLogger("io.fluxalchemy.SQL");

    private final List<EngineListener> listeners;
    private final boolean echo;
    private final boolean values;
    private final @Nullable Duration slow;

    Observer(List<EngineListener> listeners, boolean echo, boolean values, @Nullable Duration slow) {
        this.listeners = List.copyOf(listeners);
        this.echo = echo;
        this.values = values;
        this.slow = slow;
    }

    void statement(BoundSql bound, long rows, long startedAt, @Nullable Throwable error, ContextView context) {
        if (slow == null && listeners.isEmpty() && !(echo ? SQL.isInfoEnabled() : SQL.isDebugEnabled())) {
            return;
        }
        Duration took = since(startedAt);
        boolean isSlow = slow != null && took.compareTo(slow) >= 0;
        boolean isLogged = isSlow || (echo ? SQL.isInfoEnabled() : SQL.isDebugEnabled());
        if (!isLogged && listeners.isEmpty()) {
            return;
        }
        if (isLogged) {
            List<String> shown = bound.parameters().stream()
                    .map(values ? ShownValue::of : Parameter::toString)
                    .toList();
            log(bound.text(), shown, rows, took, error, isSlow);
        }
        if (!listeners.isEmpty()) {
            List<String> parameters =
                    bound.parameters().stream().map(Parameter::toString).toList();
            StatementEvent event = new StatementEvent(bound.text(), parameters, rows, took, error, context);
            tell(listener -> listener.onStatement(event));
        }
    }

    void transaction(TransactionEvent event) {
        tell(listener -> listener.onTransaction(event));
    }

    void control(String sql, long startedAt) {
        if (echo ? SQL.isInfoEnabled() : SQL.isDebugEnabled()) {
            log(sql, List.of(), 0, since(startedAt), null, false);
        }
    }

    static Duration since(long startedAt) {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private void log(
            String sql, List<String> parameters, long rows, Duration took, @Nullable Throwable error, boolean isSlow) {
        String line = sql.replace('\n', ' ').replace('\r', ' ') + " " + parameters + " " + rows + " rows "
                + took.toNanos() / 1_000_000.0 + " ms" + (error == null ? "" : " failed: " + error.getMessage());
        if (isSlow) {
            SQL.warn("slow: {}", line);
        } else if (echo) {
            SQL.info("{}", line);
        } else {
            SQL.debug("{}", line);
        }
    }

    private void tell(Consumer<EngineListener> call) {
        for (EngineListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException | Error e) {
                SQL.warn(
                        "an EngineListener failed and was ignored: {}",
                        listener.getClass().getName(),
                        e);
            }
        }
    }
}
