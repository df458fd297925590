package io.fluxalchemy.dialects.oracle;

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
import io.fluxalchemy.dialect.QuerySyntax;
import io.fluxalchemy.dialect.ReturningSyntax;
import io.fluxalchemy.dialect.StandardBatches;
import io.fluxalchemy.dialect.TransactionSyntax;
import io.fluxalchemy.dialect.TruthSyntax;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.dialect.ValuesSyntax;
import io.fluxalchemy.error.ErrorKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Oracle Database 23ai and later, the first with truth values, IF NOT EXISTS, lists of values and joins in UPDATE. Lower-case names
 * that are no reserved words go without quotes, and so mean the upper-case names the server folds them to.
 */
public final class OracleDialect implements Dialect {

    static final String NAME = "oracle";

    private static final Set<Feature> MISSING = EnumSet.of(
            Feature.KEY_UPDATES,
            Feature.KEY_DEFAULTS,
            Feature.FULL_MATCH_KEYS,
            Feature.LOCK_SHARE,
            Feature.LOCK_KEY,
            Feature.LOCK_OF,
            Feature.DISTINCT_ON,
            Feature.TABLE_SAMPLES,
            Feature.PARTIAL_INDEXES,
            Feature.CORRELATED_DERIVED_TABLES,
            Feature.TABLE_FUNCTIONS,
            Feature.MATERIALIZED,
            Feature.WRITES_IN_WITH,
            Feature.WITH_IN_WRITES,
            Feature.ARRAYS,
            Feature.ROW_VALUES,
            Feature.NAMED_ENUMS,
            Feature.DEFERRABLE_TRANSACTIONS,
            Feature.UPDATE_RETURNING);

    /** The words that V$RESERVED_WORDS calls reserved. */
    private static final Identifiers IDENTIFIERS =
            new Identifiers('"', 128, Identifiers.words("""
            access add all alter and any as asc audit between by char check cluster column column_value comment compress connect
            create current date decimal default delete desc distinct drop else exclusive exists file float for from grant group
            having identified immediate in increment index initial insert integer intersect into is level like lock long
            maxextents minus mlslabel mode modify nested_table_id noaudit nocompress not nowait null number of offline on online
            option or order pctfree prior public raw rename resource revoke row rowid rownum rows select session set share size
            smallint start successful synonym sysdate table then to trigger uid union unique update user validate values varchar
            varchar2 view whenever where with""")).letterFirst().withoutQuotes();

    private static final TypeSyntax TYPES = new OracleTypes();
    private static final ExpressionSyntax EXPRESSIONS = new OracleExpressions();
    private static final LiteralSyntax LITERALS = new OracleLiterals(TYPES);
    private static final QuerySyntax QUERIES = new OracleQueries();
    private static final ValuesSyntax VALUES = new OracleValues();
    private static final TruthSyntax TRUTH = new OracleTruth();
    private static final InsertSyntax INSERTS = new OracleUpsert();
    private static final JoinedWriteSyntax JOINED_WRITES = new OracleJoinedWrites();
    private static final BatchSyntax BATCHES = new StandardBatches(INSERTS, ReturningSyntax.KEY_OF_DRIVER, NAME);
    private static final TransactionSyntax TRANSACTIONS = new OracleTransactions();
    private static final DdlSyntax DDL = new OracleDdl();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean supports(Feature feature) {
        return !MISSING.contains(feature);
    }

    @Override
    public Identifiers identifiers() {
        return IDENTIFIERS;
    }

    /** As many as a list in IN may have. */
    @Override
    public int maxBinds() {
        return 65_535;
    }

    @Override
    public ErrorKind errorKind(@Nullable String sqlState, int code, @Nullable String message) {
        return OracleErrors.kind(sqlState, code);
    }

    @Override
    public TypeSyntax types() {
        return TYPES;
    }

    @Override
    public BindSyntax binds() {
        return BindSyntax.QUESTION_MARK;
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
        return LimitSyntax.OFFSET_FETCH;
    }

    @Override
    public QuerySyntax queries() {
        return QUERIES;
    }

    @Override
    public TruthSyntax truth() {
        return TRUTH;
    }

    @Override
    public LockSyntax lock() {
        return LockSyntax.FOR_UPDATE_OR_SHARE;
    }

    @Override
    public ValuesSyntax values() {
        return VALUES;
    }

    @Override
    public InsertSyntax inserts() {
        return INSERTS;
    }

    @Override
    public ReturningSyntax returning() {
        return ReturningSyntax.KEY_OF_DRIVER;
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
