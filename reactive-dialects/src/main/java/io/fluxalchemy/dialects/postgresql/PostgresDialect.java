package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.BatchSyntax;
import io.fluxalchemy.dialect.BindSyntax;
import io.fluxalchemy.dialect.CopySyntax;
import io.fluxalchemy.dialect.CursorSyntax;
import io.fluxalchemy.dialect.DdlSyntax;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.ExpressionSyntax;
import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.Identifiers;
import io.fluxalchemy.dialect.InsertSyntax;
import io.fluxalchemy.dialect.JoinedWriteSyntax;
import io.fluxalchemy.dialect.LimitSyntax;
import io.fluxalchemy.dialect.LiteralSyntax;
import io.fluxalchemy.dialect.LockSyntax;
import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.dialect.TransactionSyntax;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.type.Storage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 13 and later. */
public final class PostgresDialect implements Dialect {

    private static final int NEWEST_KNOWN = 18;
    /** The first version that can tell whether a text is one of a type. */
    private static final int FIRST_WITH_VALIDITY = 16;

    /** Words that PostgreSQL takes as a name only in quotes. */
    private static final Set<String> RESERVED = Identifiers.words("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
            column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
            current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze
            from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit
            localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references
            returning right select session_user similar some symmetric system_user table tablesample then to trailing true
            union unique user using variadic verbose when where window with""");

    static final Identifiers IDENTIFIERS = new Identifiers('"', 63, RESERVED);

    private final int version;

    /** The newest version known; the engine asks the server and takes {@link #forVersion}. */
    public PostgresDialect() {
        this(NEWEST_KNOWN);
    }

    private PostgresDialect(int version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Dialect forVersion(int major) {
        return major == version ? this : new PostgresDialect(major);
    }

    @Override
    public boolean supports(Feature feature) {
        return switch (feature) {
            case LIMIT_PERCENT -> false;
            case TRY_CAST -> version >= FIRST_WITH_VALIDITY;
            default -> true;
        };
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
        return PostgresErrors.kind(sqlState, message);
    }

    @Override
    public boolean hasType(Storage type) {
        return true;
    }

    @Override
    public TypeSyntax types() {
        return PostgresTypes.INSTANCE;
    }

    @Override
    public BindSyntax binds() {
        return PostgresBinds.INSTANCE;
    }

    @Override
    public ExpressionSyntax expressions() {
        return PostgresExpressions.INSTANCE;
    }

    @Override
    public LiteralSyntax literals() {
        return PostgresLiterals.INSTANCE;
    }

    @Override
    public LimitSyntax limit() {
        return LimitSyntax.LIMIT_OFFSET;
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
    public CopySyntax copies() {
        return PostgresCopies.INSTANCE;
    }

    @Override
    public CursorSyntax cursors() {
        return CursorSyntax.DECLARE_AND_FETCH;
    }

    @Override
    public BatchSyntax batches() {
        return new PostgresBatches(version);
    }

    @Override
    public TransactionSyntax transactions() {
        return new PostgresTransactions(version);
    }

    @Override
    public DdlSyntax ddl() {
        return PostgresDdl.INSTANCE;
    }
}
