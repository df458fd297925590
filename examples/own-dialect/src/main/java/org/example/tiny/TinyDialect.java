package org.example.tiny;

import io.fluxalchemy.dialect.*;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.type.Storage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A database that nobody has written a dialect for yet; it answers to H2's driver. */
public final class TinyDialect implements Dialect {

    private static final Set<Feature> HAS = EnumSet.of(Feature.NULLS_ORDER, Feature.ROW_VALUES, Feature.WITH_TIES);

    private static final Identifiers IDENTIFIERS = new Identifiers(
            '"',
            256,
            Identifiers.words("all and as by case from group having join limit not null on or order select table"
                    + " user value values where with year"));

    @Override
    public String name() {
        return "tiny";
    }

    @Override
    public boolean supports(Feature feature) {
        return HAS.contains(feature);
    }

    @Override
    public Identifiers identifiers() {
        return IDENTIFIERS;
    }

    @Override
    public int maxBinds() {
        return 1_000;
    }

    @Override
    public ErrorKind errorKind(@Nullable String sqlState, int code, @Nullable String message) {
        return StandardErrors.kind(sqlState);
    }

    @Override
    public TypeSyntax types() {
        return storage -> storage == Storage.Simple.TEXT
                ? "varchar"
                : storage instanceof Storage.Simple simple
                        ? simple.name().toLowerCase(java.util.Locale.ROOT)
                        : StandardTypes.name(storage, types());
    }

    @Override
    public BindSyntax binds() {
        return BindSyntax.QUESTION_MARK;
    }

    @Override
    public ExpressionSyntax expressions() {
        return new StandardExpressions(name());
    }

    @Override
    public LimitSyntax limit() {
        return LimitSyntax.OFFSET_FETCH;
    }

    @Override
    public LockSyntax lock() {
        return LockSyntax.FOR_UPDATE_OR_SHARE;
    }

    @Override
    public InsertSyntax inserts() {
        return (out, insert, conflict, plain) -> {
            throw StandardExpressions.missing("upserts", name());
        };
    }

    @Override
    public ReturningSyntax returning() {
        return (out, deletes, statement, items) -> {
            out.sql("select ");
            items.run();
            out.sql(deletes ? " from old table (" : " from final table (");
            statement.run();
            out.sql(")");
        };
    }

    @Override
    public JoinedWriteSyntax joinedWrites() {
        return JoinedWriteSyntax.FROM_AND_USING;
    }

    @Override
    public BatchSyntax batches() {
        return new StandardBatches(inserts(), returning());
    }

    @Override
    public TransactionSyntax transactions() {
        return start -> List.of("begin");
    }

    @Override
    public DdlSyntax ddl() {
        return new DdlSyntax() {};
    }
}
