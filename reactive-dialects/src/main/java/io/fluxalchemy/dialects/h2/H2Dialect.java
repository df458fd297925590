package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.BatchSyntax;
import io.fluxalchemy.dialect.BindSyntax;
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
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** H2 2 in its regular mode. */
public final class H2Dialect implements Dialect {

    private static final Set<Feature> MISSING = EnumSet.of(
            Feature.DEFERRABLE_KEYS,
            Feature.FULL_MATCH_KEYS,
            Feature.TRY_CAST,
            Feature.PARTIAL_INDEXES,
            Feature.EXPRESSION_INDEXES,
            Feature.TABLE_SAMPLES,
            Feature.FULL_JOIN,
            Feature.NAMED_ENUMS,
            Feature.LOCK_SHARE,
            Feature.LOCK_KEY,
            Feature.LOCK_OF,
            Feature.LATERAL,
            Feature.CORRELATED_DERIVED_TABLES,
            Feature.ROLLUP,
            Feature.GROUPING_SETS,
            Feature.MATERIALIZED,
            Feature.WRITES_IN_WITH,
            Feature.INTERSECT_ALL,
            Feature.READ_ONLY_TRANSACTIONS,
            Feature.DEFERRABLE_TRANSACTIONS,
            Feature.WITH_IN_WRITES);

    /** The keywords of H2's manual, which are no names without quotes. r2dbc-h2 splits its text at every semicolon. */
    private static final Identifiers IDENTIFIERS = new Identifiers('"', 256, Identifiers.words("""
            _rowid_ all and any array as asymmetric authorization between both case cast check constraint cross current_catalog
            current_date current_path current_role current_schema current_time current_timestamp current_user day default
            distinct else end except exists false fetch for foreign from full group groups having hour if ilike in inner
            intersect interval is join key leading left like limit localtime localtimestamp minus minute month natural not null
            offset on or order over partition primary qualify range regexp right row rownum rows second select session_user set
            some symmetric system_user table to top trailing true uescape union unique unknown user using value values when
            where window with year"""), ";");

    private static final TypeSyntax TYPES = new H2Types();
    private static final BindSyntax BINDS = new H2Binds(TYPES);
    private static final ExpressionSyntax EXPRESSIONS = new H2Expressions();
    private static final LiteralSyntax LITERALS = new H2Literals(TYPES);
    private static final InsertSyntax INSERTS = new H2Upsert();
    private static final ReturningSyntax RETURNING = new H2Returning();
    private static final JoinedWriteSyntax JOINED_WRITES = new H2JoinedWrites();
    private static final BatchSyntax BATCHES = new H2Batches(INSERTS, RETURNING);
    private static final TransactionSyntax TRANSACTIONS = new H2Transactions();
    private static final DdlSyntax DDL = new H2Ddl();

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public boolean supports(Feature feature) {
        return !MISSING.contains(feature);
    }

    @Override
    public Identifiers identifiers() {
        return IDENTIFIERS;
    }

    @Override
    public int maxBinds() {
        return 100_000;
    }

    @Override
    public ErrorKind errorKind(@Nullable String sqlState, int code, @Nullable String message) {
        return H2Errors.kind(sqlState, code);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.DEADLOCK;
    }

    @Override
    public TypeSyntax types() {
        return TYPES;
    }

    @Override
    public BindSyntax binds() {
        return BINDS;
    }

    @Override
    public ExpressionSyntax expressions() {
        return EXPRESSIONS;
    }

    @Override
    public LiteralSyntax literals() {
        return LITERALS;
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
        return INSERTS;
    }

    @Override
    public ReturningSyntax returning() {
        return RETURNING;
    }

    @Override
    public JoinedWriteSyntax joinedWrites() {
        return JOINED_WRITES;
    }

    @Override
    public BatchSyntax batches() {
        return BATCHES;
    }

    @Override
    public TransactionSyntax transactions() {
        return TRANSACTIONS;
    }

    @Override
    public DdlSyntax ddl() {
        return DDL;
    }
}
