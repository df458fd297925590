package io.fluxalchemy.dialects.sqlserver;

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
import io.fluxalchemy.dialect.TransactionSyntax;
import io.fluxalchemy.dialect.TruthSyntax;
import io.fluxalchemy.dialect.TypeSyntax;
import io.fluxalchemy.error.ErrorKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQL Server 2022 and later, and Azure SQL, after the reference of Transact-SQL. */
public final class SqlServerDialect implements Dialect {

    /** The name that messages say and templates are chosen by; URLs may say {@code mssql} too. */
    static final String NAME = "sqlserver";

    private static final Set<Feature> MISSING = EnumSet.of(
            Feature.DEFERRABLE_KEYS,
            Feature.FULL_MATCH_KEYS,
            Feature.INTERSECT_ALL,
            Feature.NULLS_ORDER,
            Feature.LOCK_KEY,
            Feature.DISTINCT_ON,
            Feature.TABLE_SAMPLES,
            Feature.RANGE_DISTANCES,
            Feature.RANGE_INTERVALS,
            Feature.EXPRESSION_INDEXES,
            Feature.TABLE_FUNCTIONS,
            Feature.WITHIN_GROUP,
            Feature.FRAME_GROUPS,
            Feature.FRAME_EXCLUSION,
            Feature.MATERIALIZED,
            Feature.WRITES_IN_WITH,
            Feature.ARRAYS,
            Feature.ROW_VALUES,
            Feature.NAMED_ENUMS,
            Feature.READ_ONLY_TRANSACTIONS,
            Feature.DEFERRABLE_TRANSACTIONS);

    /** The reserved keywords of Transact-SQL, without those that are reserved for the future. */
    private static final Identifiers IDENTIFIERS = new Identifiers('[', ']', 128, Identifiers.words("""
            add all alter and any as asc authorization backup begin between break browse bulk by cascade case check checkpoint
            close clustered coalesce collate column commit compute constraint contains containstable continue convert create
            cross current current_date current_time current_timestamp current_user cursor database dbcc deallocate declare
            default delete deny desc disk distinct distributed double drop dump else end errlvl escape except exec execute
            exists exit external fetch file fillfactor for foreign freetext freetexttable from full function goto grant group
            having holdlock identity identity_insert identitycol if in index inner insert intersect into is join key kill left
            like lineno load merge national nocheck nonclustered not null nullif of off offsets on open opendatasource
            openquery openrowset openxml option or order outer over percent pivot plan precision primary print proc procedure
            public raiserror read readtext reconfigure references replication restore restrict return revert revoke right
            rollback rowcount rowguidcol rule save schema securityaudit select semantickeyphrasetable
            semanticsimilaritydetailstable semanticsimilaritytable session_user set setuser shutdown some statistics system_user
            table tablesample textsize then to top tran transaction trigger truncate try_convert tsequal union unique unpivot
            update updatetext use user values varying view waitfor when where while with within writetext"""));

    private static final TypeSyntax TYPES = new SqlServerTypes();
    private static final BindSyntax BINDS = new SqlServerBinds(TYPES);
    private static final ExpressionSyntax EXPRESSIONS = new SqlServerExpressions();
    private static final LiteralSyntax LITERALS = new SqlServerLiterals(TYPES);
    private static final LimitSyntax LIMIT = new SqlServerLimit();
    private static final LockSyntax LOCK = new SqlServerLock();
    private static final QuerySyntax QUERIES = new SqlServerQueries();
    private static final TruthSyntax TRUTH = new SqlServerTruth();
    private static final InsertSyntax INSERTS = new SqlServerUpsert();
    private static final ReturningSyntax RETURNING = new SqlServerReturning();
    private static final JoinedWriteSyntax JOINED_WRITES = new SqlServerJoinedWrites();
    private static final BatchSyntax BATCHES = new SqlServerBatches();
    private static final TransactionSyntax TRANSACTIONS = new SqlServerTransactions();
    private static final DdlSyntax DDL = new SqlServerDdl();

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

    /** A call takes 2,100 parameters; the text and the list of types are two of them. */
    @Override
    public int maxBinds() {
        return 2_098;
    }

    @Override
    public ErrorKind errorKind(@Nullable String sqlState, int code, @Nullable String message) {
        return message == null ? SqlServerErrors.kind(code) : SqlServerErrors.kind(code, message);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind) {
        return kind == ErrorKind.DEADLOCK || kind == ErrorKind.SERIALIZATION_FAILURE;
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
        return LIMIT;
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
        return LOCK;
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
