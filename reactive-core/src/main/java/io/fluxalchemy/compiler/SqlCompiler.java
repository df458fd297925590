package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Returning;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.sql.tree.CommandTree;
import io.fluxalchemy.sql.tree.QueryTree;
import java.util.function.Supplier;

/**
 * Turns statements into SQL of one dialect, each distinct one once: statements that differ in their values only share a text.
 * Thread-safe; no I/O.
 */
public final class SqlCompiler {

    private final Dialect dialect;
    private final StatementCache<StatementKey, CompiledSql> cache;

    /** @param cacheSize most texts kept, at least 1 */
    public SqlCompiler(Dialect dialect, int cacheSize) {
        this.dialect = dialect;
        this.cache = new StatementCache<>(cacheSize);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** As {@link #prepare(QueryTree)}, for a statement that yields rows, whether it reads or writes. */
    public BoundSql prepare(Query<?> query) {
        if (query instanceof Select<?> select) {
            return prepare(select.tree());
        } else if (query instanceof Returning<?> returning) {
            return prepare(returning.tree());
        } else if (query instanceof SqlText.Typed<?> text) {
            return prepare(text.tree());
        }
        throw new IllegalStateException("no tree is known of a " + query.getClass());
    }

    /** As {@link #prepare(QueryTree)}, for a statement that yields a count. */
    public BoundSql prepare(Command command) {
        return prepare(command.tree());
    }

    /**
     * The text and the values of a query.
     *
     * @throws StatementException if it is wrong, or the dialect lacks what it uses; nothing was sent
     */
    public BoundSql prepare(QueryTree query) {
        return shallow(() -> {
            TreeWalk walk = new TreeWalk();
            walk.walk(query);
            ValueList values = walk.values();
            return values.bind(cache.get(
                    new StatementKey(query, values.sharing()),
                    key -> new StatementWriter(dialect, walk).compile(query)));
        });
    }

    /** As {@link #prepare(QueryTree)}, for a statement that writes. */
    public BoundSql prepare(CommandTree command) {
        return shallow(() -> {
            TreeWalk walk = new TreeWalk();
            walk.walk(command);
            ValueList values = walk.values();
            return values.bind(cache.get(
                    new StatementKey(command, values.sharing()),
                    key -> new StatementWriter(dialect, walk).compile(command)));
        });
    }

    /** What the cache did so far. */
    public CacheStatistics statistics() {
        return cache.statistics();
    }

    private static <T> T shallow(Supplier<T> work) {
        try {
            return work.get();
        } catch (StackOverflowError e) {
            throw new StatementException(
                    "the statement is nested too deeply to be compiled: join conditions with and(…) of a list, not one by one",
                    e);
        }
    }
}
