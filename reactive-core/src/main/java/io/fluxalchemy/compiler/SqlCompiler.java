package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.BatchSyntax;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.DdlStatement;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Batch;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.Lookup;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Returning;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.sql.tree.CommandTree;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.TreeMemo;
import io.fluxalchemy.sql.tree.TreeTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns statements into SQL of one dialect, each distinct one once: statements that differ in their values only share a text.
 * Thread-safe; no I/O.
 */
public final class SqlCompiler {

    /** Stands for every number of rows but one, where the text is the same for all of them. */
    private static final int ANY_NUMBER = 2;

    private final Dialect dialect;
    private final Operators operators;
    private final int cacheSize;
    private final List<TreeTransform> transforms;
    private final StatementCache<StatementKey, CompiledSql> cache;
    private final StatementCache<BatchKey, BatchRenderer.Compiled> batches;
    private final StatementCache<Lookup<?>, BoundSql> lookups;

    /** @param cacheSize most texts kept, at least 1; of batches as many again */
    public SqlCompiler(Dialect dialect, int cacheSize) {
        this(dialect, cacheSize, List.of());
    }

    /** @param transforms what is made of each statement before it is compiled, in order; batches are written as they are */
    public SqlCompiler(Dialect dialect, int cacheSize, List<TreeTransform> transforms) {
        this.dialect = dialect;
        this.operators = new Operators(dialect.expressions());
        this.cacheSize = cacheSize;
        this.transforms = List.copyOf(transforms);
        this.cache = new StatementCache<>(cacheSize, StatementKey::withoutValues);
        this.batches = new StatementCache<>(cacheSize, UnaryOperator.identity());
        this.lookups = new StatementCache<>(cacheSize, UnaryOperator.identity());
    }

    public Dialect dialect() {
        return dialect;
    }

    /** A compiler of another dialect, with an empty cache of the same size. */
    public SqlCompiler forDialect(Dialect other) {
        return new SqlCompiler(other, cacheSize, transforms);
    }

    /** As {@link #prepare(QueryTree)}, for a statement that yields rows, whether it reads or writes. */
    public BoundSql prepare(Query<?> query) {
        if (query instanceof Lookup.Run<?> run) {
            return prepare(run);
        }
        Object tree = treeOf(query);
        return tree instanceof QueryTree read ? prepare(read) : prepare((CommandTree) tree);
    }

    /** What a transform makes of a statement may differ from run to run, so with one nothing is kept by the lookup. */
    private BoundSql prepare(Lookup.Run<?> run) {
        return transforms.isEmpty()
                ? lookups.get(run.lookup(), lookup -> prepare(lookup.open())).with(run.value())
                : prepare(run.query());
    }

    /** A {@link QueryTree}, or the {@link CommandTree} whose rows are returned. */
    static Object treeOf(Query<?> query) {
        if (query instanceof Select<?> select) {
            return select.tree();
        } else if (query instanceof Returning<?> returning) {
            return returning.tree();
        } else if (query instanceof SqlText.Typed<?> text) {
            return text.tree();
        } else if (query instanceof Lookup.Run<?> run) {
            return treeOf(run.query());
        }
        throw new IllegalStateException("no tree is known of a " + query.getClass());
    }

    /**
     * A statement's text, which is not kept.
     *
     * @param inlines whether its values are written as literals; such a text is never to be executed
     */
    String text(Object tree, boolean inlines) {
        return shallow(() -> {
            TreeWalk walk = new TreeWalk();
            if (tree instanceof QueryTree query) {
                walk.walk(query);
                return writer(walk, inlines).compile(query).text();
            }
            CommandTree command = (CommandTree) tree;
            walk.walk(command);
            return writer(walk, inlines).compile(command).text();
        });
    }

    private StatementWriter writer(TreeWalk walk, boolean inlines) {
        return new StatementWriter(dialect, operators, walk, inlines);
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
    public BoundSql prepare(QueryTree given) {
        // what a transform makes of a tree may differ from run to run
        TreeMemo memo = given instanceof SelectTree select && transforms.isEmpty() ? select.memo() : null;
        if (memo != null && memo.get(this) instanceof BoundSql known) {
            cache.hit();
            return known;
        }
        BoundSql prepared = shallow(() -> {
            QueryTree query = given;
            for (TreeTransform transform : transforms) {
                query = transform.query(query);
            }
            return compiled(query);
        });
        if (memo != null) {
            memo.keep(this, prepared);
        }
        return prepared;
    }

    private BoundSql compiled(QueryTree query) {
        TreeWalk walk = new TreeWalk();
        walk.walk(query);
        ValueList values = walk.values();
        return values.bind(cache.get(
                new StatementKey(query, values.sharing()),
                key -> writer(walk, false).compile(query)));
    }

    /** As {@link #prepare(QueryTree)}, for a statement that writes. */
    public BoundSql prepare(CommandTree given) {
        return shallow(() -> {
            CommandTree command = given;
            for (TreeTransform transform : transforms) {
                command = transform.command(command);
            }
            return compiled(command);
        });
    }

    private BoundSql compiled(CommandTree command) {
        TreeWalk walk = new TreeWalk();
        walk.walk(command);
        ValueList values = walk.values();
        return values.bind(cache.get(
                new StatementKey(command, values.sharing()),
                key -> writer(walk, false).compile(command)));
    }

    /**
     * The statements that write a batch, in order; none for a batch without rows.
     *
     * @throws StatementException if a row does not have one value for each column
     */
    public List<BatchChunk> prepare(Batch batch) {
        return prepare(batch, BatchForm.ROWS);
    }

    /** As {@link #prepare(Batch)}, in the form that fits its reader and its table. */
    public List<BatchChunk> prepare(Batch batch, BatchForm form) {
        List<@Nullable Object[]> rows = requireComplete(batch).rows();
        if (rows.isEmpty()) {
            return List.of();
        }
        BatchSyntax syntax = form.of(dialect.batches());
        int most = syntax.maxRows(batch, dialect.maxBinds());
        boolean anyNumber = rows.size() > 1 && !syntax.dependsOnRows(batch);
        List<BatchChunk> chunks = new ArrayList<>(rows.size() / most + 1);
        for (int first = 0; first < rows.size(); first += most) {
            int count = Math.min(most, rows.size() - first);
            BatchRenderer.Compiled compiled = batches.get(
                    BatchKey.of(batch, anyNumber ? ANY_NUMBER : count, form),
                    key -> new BatchRenderer(dialect, syntax, batch).compile(anyNumber ? ANY_NUMBER : count));
            chunks.add(
                    new BatchChunk(compiled.bind(rows.subList(first, first + count)), first, count, compiled.shape()));
        }
        return List.copyOf(chunks);
    }

    /**
     * The texts of DDL statements, in order; none of them has a bind marker, and none is kept in the cache.
     *
     * @throws StatementException if the dialect lacks a type or a feature they use; names the column
     */
    public List<String> ddl(List<DdlStatement> statements) {
        return ddl(statements, SchemaMap.NONE);
    }

    /** As {@link #ddl(List)}, where other schemas stand for those the tables name. */
    public List<String> ddl(List<DdlStatement> statements, SchemaMap schemas) {
        DdlRenderer renderer = new DdlRenderer(dialect, schemas);
        return statements.stream()
                .flatMap(statement -> statement.accept(renderer).stream())
                .toList();
    }

    private static Batch requireComplete(Batch batch) {
        int columns = batch.columns().size();
        if (columns == 0 && !(batch instanceof Batch.Insert)) {
            throw new StatementException(
                    "a batch of " + batch.table().qualifier() + " names no column to find its rows by");
        }
        if (batch instanceof Batch.Update update && (update.keys() < 1 || update.keys() >= columns)) {
            throw new StatementException("a batch update of " + batch.table().qualifier() + " has " + columns
                    + " columns, the first " + update.keys() + " being keys: it needs a key and a column to set");
        }
        for (int i = 0; i < batch.rows().size(); i++) {
            if (batch.rows().get(i).length != columns) {
                throw new StatementException(
                        "row " + i + " of a batch of " + batch.table().qualifier() + " has "
                                + batch.rows().get(i).length + " values for " + columns + " columns");
            }
        }
        return batch;
    }

    /** What the cache did so far. */
    public CacheStatistics statistics() {
        return cache.statistics().plus(batches.statistics()).withHits(lookups.statistics());
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
