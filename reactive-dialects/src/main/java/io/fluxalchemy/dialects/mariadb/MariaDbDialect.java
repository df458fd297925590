package io.fluxalchemy.dialects.mariadb;

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

/** MariaDB 10.6 and later, with InnoDB tables. */
public final class MariaDbDialect implements Dialect {

    private static final Set<Feature> MISSING = EnumSet.of(
            Feature.ALWAYS_IDENTITY,
            Feature.IDENTITY_STEPS,
            Feature.KEY_DEFAULTS,
            Feature.DEFERRABLE_KEYS,
            Feature.FULL_MATCH_KEYS,
            Feature.LIMIT_PERCENT,
            Feature.TRY_CAST,
            Feature.RANGE_INTERVALS,
            Feature.PARTIAL_INDEXES,
            Feature.EXPRESSION_INDEXES,
            Feature.TABLE_SAMPLES,
            Feature.FULL_JOIN,
            Feature.NAMED_ENUMS,
            Feature.NULLS_ORDER,
            Feature.ARRAYS,
            Feature.PARTIAL_UPSERT,
            Feature.LOCK_KEY,
            Feature.LOCK_OF,
            Feature.DISTINCT_ON,
            Feature.LATERAL,
            Feature.CORRELATED_DERIVED_TABLES,
            Feature.TABLE_FUNCTIONS,
            Feature.ROLLUP_ORDER,
            Feature.GROUPING_SETS,
            Feature.WITHIN_GROUP,
            Feature.FRAME_GROUPS,
            Feature.FRAME_EXCLUSION,
            Feature.MATERIALIZED,
            Feature.WRITES_IN_WITH,
            Feature.DEFERRABLE_TRANSACTIONS,
            Feature.UPDATE_RETURNING,
            Feature.WITH_IN_WRITES);

    /** The reserved words of the manual. */
    private static final Identifiers IDENTIFIERS = new Identifiers('`', 64, Identifiers.words("""
            accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade case
            change char character check collate column condition constraint continue convert create cross current_date
            current_role current_time current_timestamp current_user cursor database databases day_hour day_microsecond
            day_minute day_second dec decimal declare default delayed delete delete_domain_id desc describe deterministic
            distinct distinctrow div do_domain_ids double drop dual each else elseif enclosed escaped except exists exit
            explain false fetch float float4 float8 for force foreign from fulltext general grant group having high_priority
            hour_microsecond hour_minute hour_second if ignore ignore_domain_ids ignore_server_ids in index infile inner inout
            insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into is iterate join key keys kill
            leading leave left like limit linear lines load localtime localtimestamp lock long longblob longtext loop
            low_priority master_heartbeat_period master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext
            middleint minute_microsecond minute_second mod modifies natural no_write_to_binlog not null numeric offset on
            optimize option optionally or order out outer outfile over page_checksum parse_vcol_expr partition precision
            primary procedure purge range read read_write reads real recursive ref_system_id references regexp release rename
            repeat replace require resignal restrict return returning revoke right rlike row_number rownum rows schema schemas
            second_microsecond select sensitive separator set show signal slow smallint spatial specific sql sql_big_result
            sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting stats_auto_recalc
            stats_persistent stats_sample_pages straight_join table terminated then tinyblob tinyint tinytext to trailing
            trigger true undo union unique unlock unsigned update usage use using utc_date utc_time utc_timestamp values
            varbinary varchar varcharacter varying vector when where while window with write xor year_month zerofill""")).basicPlaneOnly();

    private static final TypeSyntax TYPES = new FamilyTypes("mariadb", "uuid", "char");
    private static final ExpressionSyntax EXPRESSIONS = new MariaDbExpressions();
    private static final LiteralSyntax LITERALS = new FamilyLiterals(TYPES, EXPRESSIONS);
    private static final InsertSyntax INSERTS = new FamilyUpsert("mariadb");
    private static final JoinedWriteSyntax JOINED_WRITES = new FamilyJoinedWrites("mariadb", IDENTIFIERS);
    private static final BatchSyntax BATCHES = new FamilyBatches(INSERTS, ReturningSyntax.SUFFIX, "mariadb");
    private static final TransactionSyntax TRANSACTIONS = new FamilyTransactions("mariadb", true);
    private static final DdlSyntax DDL = new MariaDbDdl();

    @Override
    public String name() {
        return "mariadb";
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
        return MariaDbLocks.SYNTAX;
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
        return ReturningSyntax.SUFFIX;
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
