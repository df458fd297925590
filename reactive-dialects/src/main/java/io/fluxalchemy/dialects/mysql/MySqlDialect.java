package io.fluxalchemy.dialects.mysql;

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
import io.fluxalchemy.dialect.ValuesSyntax;
import io.fluxalchemy.dialects.mysqlfamily.FamilyBatches;
import io.fluxalchemy.dialects.mysqlfamily.FamilyErrors;
import io.fluxalchemy.dialects.mysqlfamily.FamilyJoinedWrites;
import io.fluxalchemy.dialects.mysqlfamily.FamilyLiterals;
import io.fluxalchemy.dialects.mysqlfamily.FamilyTransactions;
import io.fluxalchemy.dialects.mysqlfamily.FamilyTypes;
import io.fluxalchemy.dialects.mysqlfamily.FamilyUpsert;
import io.fluxalchemy.error.ErrorKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MySQL 8.0.31 and later with InnoDB tables, and TiDB as far as it follows it. After the reference manual of 8.4. */
public final class MySqlDialect implements Dialect {

    private static final String NAME = "mysql";

    private static final Set<Feature> MISSING = EnumSet.of(
            Feature.ALWAYS_IDENTITY,
            Feature.IDENTITY_STEPS,
            Feature.KEY_DEFAULTS,
            Feature.DEFERRABLE_KEYS,
            Feature.FULL_MATCH_KEYS,
            Feature.TABLE_SAMPLES,
            Feature.FULL_JOIN,
            Feature.NAMED_ENUMS,
            Feature.NULLS_ORDER,
            Feature.ARRAYS,
            Feature.PARTIAL_UPSERT,
            Feature.LOCK_KEY,
            Feature.DISTINCT_ON,
            Feature.WITH_TIES,
            Feature.LIMIT_PERCENT,
            Feature.TRY_CAST,
            Feature.TABLE_FUNCTIONS,
            Feature.GROUPING_SETS,
            Feature.WITHIN_GROUP,
            Feature.FRAME_GROUPS,
            Feature.FRAME_EXCLUSION,
            Feature.MATERIALIZED,
            Feature.WRITES_IN_WITH,
            Feature.SEQUENCES,
            Feature.PARTIAL_INDEXES,
            Feature.DEFERRABLE_TRANSACTIONS,
            Feature.UPDATE_RETURNING);

    /** The reserved words of the manual (11.3). */
    private static final Identifiers IDENTIFIERS = new Identifiers('`', 64, Identifiers.words("""
            accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case
            change char character check collate column condition constraint continue convert create cross cube cume_dist
            current_date current_time current_timestamp current_user cursor database databases day_hour day_microsecond
            day_minute day_second dec decimal declare default delayed delete dense_rank desc describe deterministic distinct
            distinctrow div double drop dual each else elseif empty enclosed escaped except exists exit explain false fetch
            first_value float float4 float8 for force foreign from fulltext function generated get grant group grouping groups
            having high_priority hour_microsecond hour_minute hour_second if ignore in index infile inner inout insensitive
            insert int int1 int2 int3 int4 int8 integer intersect interval into io_after_gtids io_before_gtids is iterate join
            json_table key keys kill lag last_value lateral lead leading leave left like limit linear lines load localtime
            localtimestamp lock long longblob longtext loop low_priority manual master_bind master_ssl_verify_server_cert match
            maxvalue mediumblob mediumint mediumtext middleint minute_microsecond minute_second mod modifies natural not
            no_write_to_binlog nth_value ntile null numeric of on optimize optimizer_costs option optionally or order out outer
            outfile over parallel partition percent_rank precision primary procedure purge qualify range rank read reads
            read_write real recursive references regexp release rename repeat replace require resignal restrict return revoke
            right rlike row rows row_number schema schemas second_microsecond select sensitive separator set show signal
            smallint spatial specific sql sqlexception sqlstate sqlwarning sql_big_result sql_calc_found_rows sql_small_result
            ssl starting stored straight_join system table tablesample terminated then tinyblob tinyint tinytext to trailing
            trigger true undo union unique unlock unsigned update usage use using utc_date utc_time utc_timestamp values
            varbinary varchar varcharacter varying virtual when where while window with write xor year_month zerofill""")).basicPlaneOnly();

    private static final TypeSyntax TYPES = new FamilyTypes(NAME, "char(36)", "json");
    private static final ExpressionSyntax EXPRESSIONS = new MySqlExpressions();
    private static final LiteralSyntax LITERALS = new FamilyLiterals(TYPES, EXPRESSIONS);
    private static final InsertSyntax INSERTS = new FamilyUpsert(NAME);
    private static final JoinedWriteSyntax JOINED_WRITES = new FamilyJoinedWrites(NAME, IDENTIFIERS);
    private static final BatchSyntax BATCHES = new FamilyBatches(INSERTS, ReturningSyntax.KEY_OF_DRIVER, NAME);
    private static final TransactionSyntax TRANSACTIONS = new FamilyTransactions(NAME, false);
    private static final DdlSyntax DDL = new MySqlDdl();

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

    @Override
    public int maxBinds() {
        return 65_535;
    }

    @Override
    public ErrorKind errorKind(@Nullable String sqlState, int code, @Nullable String message) {
        return FamilyErrors.kind(sqlState, code);
    }

    @Override
    public boolean isRetryable(ErrorKind kind) {
        return FamilyErrors.isRetryable(kind);
    }

    @Override
    public boolean endsTransaction(ErrorKind kind) {
        return FamilyErrors.endsTransaction(kind);
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
        return LimitSyntax.LIMIT_BEFORE_OFFSET;
    }

    @Override
    public LockSyntax lock() {
        return LockSyntax.FOR_UPDATE_OR_SHARE;
    }

    @Override
    public ValuesSyntax values() {
        return ValuesSyntax.SELECTS;
    }

    @Override
    public boolean rollsUpLast() {
        return true;
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
