package io.fluxalchemy.dialect;

import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.type.Storage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL standard, with the most common shape where the standard's is rare: what {@code toString} of a statement shows and what
 * tests of the compiler use. No server speaks exactly this.
 */
public final class AnsiDialect implements Dialect {

    private static final Identifiers IDENTIFIERS = new Identifiers('"', 128, Identifiers.words("""
            all and any array as asc between by case cast check column constraint create cross current_date current_time
            current_timestamp current_user default delete desc distinct drop else end except exists false fetch for foreign
            from full grant group having in inner insert intersect into is join left like limit natural not null offset on
            or order outer primary references right select session_user set some table then to true union unique update
            user using values when where with"""));

    @Override
    public String name() {
        return "ansi";
    }

    @Override
    public boolean supports(Feature feature) {
        return true;
    }

    @Override
    public Identifiers identifiers() {
        return IDENTIFIERS;
    }

    @Override
    public int maxBinds() {
        return 65_535;
    }

    @Override
    public ErrorKind errorKind(@Nullable String sqlState, int code, @Nullable String message) {
        return StandardErrors.kind(sqlState);
    }

    @Override
    public TypeSyntax types() {
        return AnsiDialect::typeName;
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
        return InsertSyntax.ON_CONFLICT;
    }

    @Override
    public ReturningSyntax returning() {
        return ReturningSyntax.SUFFIX;
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
        return start -> {
            if (start.statementTimeout() != null || start.lockTimeout() != null || start.deferrable()) {
                throw StandardExpressions.missing(
                        "limits of statements and locks, and deferrable transactions", name());
            }
            StringBuilder text = new StringBuilder("start transaction");
            String separator = " ";
            if (start.isolation() != null) {
                text.append(separator)
                        .append("isolation level ")
                        .append(start.isolation().sql());
                separator = ", ";
            }
            if (start.readOnly()) {
                text.append(separator).append("read only");
            }
            return List.of(text.toString());
        };
    }

    @Override
    public DdlSyntax ddl() {
        return new DdlSyntax() {};
    }

    private static String typeName(Storage storage) {
        if (storage instanceof Storage.Simple simple) {
            return switch (simple) {
                case SMALLINT -> "smallint";
                case INTEGER -> "integer";
                case BIGINT -> "bigint";
                case REAL -> "real";
                case DOUBLE -> "double precision";
                case BOOLEAN -> "boolean";
                case TEXT -> "character large object";
                case DATE -> "date";
                case TIME -> "time(6)";
                case TIMESTAMP -> "timestamp(6)";
                case INSTANT -> "timestamp(6) with time zone";
                case UUID -> "uuid";
                case BYTES -> "binary large object";
                case JSON -> "json";
            };
        }
        return StandardTypes.name(storage, AnsiDialect::typeName);
    }
}
