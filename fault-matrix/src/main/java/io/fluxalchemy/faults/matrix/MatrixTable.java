package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.faults.matrix.Expected.committed;
import static io.fluxalchemy.faults.matrix.Expected.consistent;
import static io.fluxalchemy.faults.matrix.Expected.nothingBegun;
import static io.fluxalchemy.faults.matrix.Expected.rolledBack;
import static io.fluxalchemy.faults.matrix.Expected.unknown;
import static io.fluxalchemy.faults.matrix.Phase.P10_ROLLBACK;
import static io.fluxalchemy.faults.matrix.Phase.P11_RELEASE;
import static io.fluxalchemy.faults.matrix.Phase.P1_WAITING;
import static io.fluxalchemy.faults.matrix.Phase.P2_DELIVERED;
import static io.fluxalchemy.faults.matrix.Phase.P3_BEGIN;
import static io.fluxalchemy.faults.matrix.Phase.P4_IDLE;
import static io.fluxalchemy.faults.matrix.Phase.P5_STATEMENT;
import static io.fluxalchemy.faults.matrix.Phase.P6_ROWS;
import static io.fluxalchemy.faults.matrix.Phase.P7_FLUSH;
import static io.fluxalchemy.faults.matrix.Phase.P8_COMMIT;
import static io.fluxalchemy.faults.matrix.Phase.P9_AFTER_COMMIT;

import io.fluxalchemy.engine.TransactionOptions;
import io.fluxalchemy.error.AcquireTimeoutException;
import io.fluxalchemy.error.AfterCommitException;
import io.fluxalchemy.error.CommitOutcomeUnknownException;
import io.fluxalchemy.error.ConnectionLostException;
import io.fluxalchemy.error.DataException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.DeadlockException;
import io.fluxalchemy.error.FatalErrorException;
import io.fluxalchemy.error.LockTimeoutException;
import io.fluxalchemy.error.Outcome;
import io.fluxalchemy.error.ReadOnlyViolationException;
import io.fluxalchemy.error.SerializationFailureException;
import io.fluxalchemy.error.SqlSyntaxException;
import io.fluxalchemy.error.StatementCancelledException;
import io.fluxalchemy.error.TransactionAbortedException;
import io.fluxalchemy.error.TransactionTimeoutException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.faults.matrix.CaseRun.BodyFailure;
import io.fluxalchemy.faults.matrix.Misbehaving.How;
import io.fluxalchemy.faults.matrix.Misbehaving.Where;
import io.fluxalchemy.faults.matrix.Throwing.Kind;
import io.fluxalchemy.faults.matrix.Throwing.Place;
import io.fluxalchemy.sql.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The matrix: every cell with what the contract demands of it, times two shapes and two sizes of the pool. */
final class MatrixTable {

    /** Phases in which a transaction is open and its COMMIT has not been sent. */
    private static final Set<Phase> OPEN = EnumSet.of(P3_BEGIN, P4_IDLE, P5_STATEMENT, P6_ROWS, P7_FLUSH);

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final List<FaultCase> cases = new ArrayList<>();

    private MatrixTable() {}

    static List<FaultCase> cases() {
        MatrixTable table = new MatrixTable();
        table.callersThatLeave();
        table.brokenWires();
        table.poolsAndIdleLinks();
        table.thrownByUsers();
        table.doneByTheServer();
        table.configuredAnew();
        table.misbehavingDrivers();
        table.atEveryPiece();
        return table.cases;
    }

    private void callersThatLeave() {
        for (Leaving way : Leaving.values()) {
            cell(P1_WAITING, way, nothingBegun(Throwable.class).callerLeft());
            OPEN.forEach(phase -> cell(phase, way, rolledBack(Throwable.class).callerLeft()));
            cell(P8_COMMIT, way, committed().callerLeft());
            cell(P9_AFTER_COMMIT, way, committed().callerLeft());
            cell(P10_ROLLBACK, way, rolledBack(Throwable.class).callerLeft());
            cell(P11_RELEASE, way, committed().callerLeft());
        }
    }

    private void brokenWires() {
        for (Hurting injury : List.of(Hurting.RESET, Hurting.HALF_CLOSE)) {
            OPEN.forEach(phase -> cell(
                    phase, injury, rolledBack(ConnectionLostException.class).destroyed()));
            cell(P8_COMMIT, injury, unknown(CommitOutcomeUnknownException.class, Expected.Rows.STORED));
            ended(injury);
        }
        for (Hurting loss : List.of(Hurting.LOST_REQUEST, Hurting.LOST_REQUEST_HALF_CLOSE)) {
            for (Phase phase : List.of(P3_BEGIN, P5_STATEMENT, P7_FLUSH)) {
                cell(phase, loss, rolledBack(ConnectionLostException.class).destroyed());
            }
            cell(P8_COMMIT, loss, unknown(CommitOutcomeUnknownException.class, Expected.Rows.NONE));
            ended(loss);
        }
        Fault blackHole = Hurting.BLACK_HOLE.with(TransactionOptions.defaults().timeout(DEADLINE));
        OPEN.forEach(phase -> cell(
                phase, blackHole, rolledBack(TransactionTimeoutException.class).destroyed()));
        cell(P8_COMMIT, blackHole, unknown(CommitOutcomeUnknownException.class, Expected.Rows.STORED));
        ended(blackHole);
        for (Phase phase : List.of(P5_STATEMENT, P6_ROWS, P7_FLUSH)) {
            cell(phase, Hurting.SLOW, committed());
            cell(phase, Hurting.ONE_BYTE_AT_A_TIME, committed());
        }
        for (Phase phase : List.of(P3_BEGIN, P5_STATEMENT, P7_FLUSH, P8_COMMIT, P11_RELEASE)) {
            cell(phase, Hurting.LATE, committed());
        }
        cell(P10_ROLLBACK, Hurting.LATE, rolledBack(BodyFailure.class));
    }

    /** The wire breaks after the outcome is certain: that costs the connection and nobody hears of it. */
    private void ended(Fault injury) {
        cell(P10_ROLLBACK, injury, rolledBack(BodyFailure.class).destroyed());
        cell(P11_RELEASE, injury, committed().destroyed());
    }

    private void poolsAndIdleLinks() {
        cell(P1_WAITING, Hurting.EVERY_CONNECTION_IN_USE, nothingBegun(AcquireTimeoutException.class));
        cell(P1_WAITING, Hurting.EVERY_CONNECTION_IN_USE_FOR_A_WHILE, committed());
        cell(P1_WAITING, Hurting.NO_CONNECTION_CAN_BE_MADE, nothingBegun(AcquireTimeoutException.class));
        cell(P1_WAITING, Hurting.NO_CONNECTION_IS_ANSWERED, nothingBegun(AcquireTimeoutException.class));
        cell(P2_DELIVERED, Hurting.IDLE_LINKS_RESET, committed());
        cell(P2_DELIVERED, Hurting.IDLE_LINKS_CLOSED, committed());
        cell(P2_DELIVERED, ServerSide.IDLE_SESSIONS_TERMINATED, committed());
    }

    private void thrownByUsers() {
        cell(
                P2_DELIVERED,
                new Throwing(Place.ASSEMBLY, Kind.UNCHECKED),
                rolledBack(IllegalStateException.class).orOutcome(null));
        cell(
                P2_DELIVERED,
                Fault.named("null_body", run -> run.work().returnNull()),
                rolledBack(NullPointerException.class).orOutcome(null));
        cell(
                P9_AFTER_COMMIT,
                Fault.named("failing_hook", run -> run.work().hook(Mono.error(new BodyFailure()))),
                Expected.committedBut(AfterCommitException.class));
        cell(
                P9_AFTER_COMMIT,
                Fault.named(
                        "hook_that_needs_a_connection",
                        run -> run.work()
                                .hook(Mono.defer(() -> run.lane()
                                        .engine()
                                        .one(Sql.sql("select 1").as(Integer.class))
                                        .then()))),
                committed());
        cell(
                P8_COMMIT,
                Fault.named("failing_hook_before", run -> run.work().beforeCommit(Mono.error(new BodyFailure()))),
                rolledBack(BodyFailure.class));
        for (Kind kind : Kind.values()) {
            Expected thrown = kind.isOfTheJvm()
                    ? rolledBack(FatalErrorException.class).whateverTheConnection()
                    : rolledBack(kind.type());
            cell(P4_IDLE, new Throwing(Place.SIGNAL, kind), thrown);
            cell(P4_IDLE, new Throwing(Place.OPERATOR, kind), thrown);
            for (Phase phase : List.of(P5_STATEMENT, P6_ROWS)) {
                cell(phase, new Throwing(Place.READER, kind), thrown);
                cell(phase, new Throwing(Place.ROW, kind), thrown);
            }
        }
    }

    private void doneByTheServer() {
        for (Phase phase : List.of(P4_IDLE, P5_STATEMENT, P6_ROWS)) {
            cell(
                    phase,
                    ServerSide.SESSION_TERMINATED,
                    rolledBack(ConnectionLostException.class).destroyed());
        }
        // the news may come before or after COMMIT is sent
        cell(
                P7_FLUSH,
                ServerSide.SESSION_TERMINATED,
                rolledBack(ConnectionLostException.class)
                        .orError(CommitOutcomeUnknownException.class)
                        .orOutcome(Outcome.UNKNOWN)
                        .destroyed());
        cell(
                P8_COMMIT,
                ServerSide.SESSION_TERMINATED,
                unknown(CommitOutcomeUnknownException.class, Expected.Rows.NONE));
        ended(ServerSide.SESSION_TERMINATED);
        cell(P5_STATEMENT, ServerSide.STATEMENT_CANCELLED, rolledBack(StatementCancelledException.class));
        cell(P8_COMMIT, ServerSide.STATEMENT_CANCELLED, rolledBack(StatementCancelledException.class));
        cell(P5_STATEMENT, ServerSide.STATEMENT_TIMEOUT, rolledBack(DatabaseException.class));
        cell(P5_STATEMENT, ServerSide.LOCK_TIMEOUT, rolledBack(LockTimeoutException.class));
        cell(P5_STATEMENT, ServerSide.DEADLOCK, rolledBack(DeadlockException.class));
        cell(P5_STATEMENT, ServerSide.WRITE_SKEW, rolledBack(SerializationFailureException.class));
        cell(P5_STATEMENT, ServerSide.UNIQUE_VIOLATION, rolledBack(UniqueViolationException.class));
        cell(P5_STATEMENT, ServerSide.SYNTAX_ERROR, rolledBack(SqlSyntaxException.class));
        cell(P5_STATEMENT, ServerSide.DIVISION_BY_ZERO, rolledBack(DataException.class));
        cell(
                P5_STATEMENT,
                ServerSide.WRITE_IN_READ_ONLY,
                rolledBack(ReadOnlyViolationException.class).destroyed());
        cell(P8_COMMIT, ServerSide.SWALLOWED_ERROR, rolledBack(TransactionAbortedException.class));
        cell(P8_COMMIT, ServerSide.DEFERRED_VIOLATION, rolledBack(UniqueViolationException.class));
        cell(P5_STATEMENT, ServerSide.TABLE_CHANGED_BETWEEN_TWO_RUNS, consistent());
    }

    private void configuredAnew() {
        cell(P1_WAITING, Configured.PLACES_TAKEN, nothingBegun(AcquireTimeoutException.class));
        cell(P1_WAITING, Configured.PLACES_TAKEN_FOR_A_WHILE, committed());
        for (Configured refusal : List.of(Configured.HOST_REJECTED, Configured.PASSWORD_CHANGED)) {
            cell(P1_WAITING, refusal, nothingBegun(DatabaseException.class));
            cell(P3_BEGIN, refusal, rolledBack(DatabaseException.class).destroyed());
        }
        for (Configured change :
                List.of(Configured.PLACES_TAKEN, Configured.HOST_REJECTED, Configured.PASSWORD_CHANGED)) {
            cell(P2_DELIVERED, change, committed());
            cell(P4_IDLE, change, committed());
            cell(P8_COMMIT, change, committed());
        }
        Expected refused = rolledBack(ReadOnlyViolationException.class).destroyed();
        cell(P1_WAITING, Configured.READ_ONLY, refused);
        cell(P2_DELIVERED, Configured.READ_ONLY, refused);
        cell(P4_IDLE, Configured.READ_ONLY, committed());
        cell(P8_COMMIT, Configured.READ_ONLY, committed());
    }

    private void misbehavingDrivers() {
        for (How how : List.of(How.LINK_LOST, How.REFUSED, How.SILENT, How.THROWS)) {
            cell(P1_WAITING, Misbehaving.at(Where.CREATE, how), nothingBegun(Exception.class));
        }
        for (How how : List.of(How.LINK_LOST, How.SILENT, How.THROWS)) {
            cell(P2_DELIVERED, Misbehaving.at(Where.VALIDATE, how), committed());
        }
        lostAndSilent(P3_BEGIN, Where.BEGIN);
        // BEGIN may have travelled with a first read: then it is not certain what the server has begun
        cell(
                P3_BEGIN,
                Misbehaving.at(Where.BEGIN, How.REFUSED),
                rolledBack(SqlSyntaxException.class).whateverTheConnection());
        cell(
                P3_BEGIN,
                Misbehaving.at(Where.BEGIN, How.THROWS),
                rolledBack(IllegalStateException.class).whateverTheConnection());
        lostAndSilent(P5_STATEMENT, Where.STATEMENT);
        cell(P5_STATEMENT, Misbehaving.at(Where.STATEMENT, How.REFUSED), rolledBack(SqlSyntaxException.class));
        cell(P5_STATEMENT, Misbehaving.at(Where.STATEMENT, How.THROWS), rolledBack(IllegalStateException.class));
        for (How how : List.of(How.LINK_LOST, How.SILENT)) {
            cell(
                    P8_COMMIT,
                    Misbehaving.at(Where.COMMIT, how),
                    unknown(CommitOutcomeUnknownException.class, Expected.Rows.NONE));
        }
        for (How how : List.of(How.LINK_LOST_AFTERWARDS, How.SILENT_AFTERWARDS)) {
            cell(
                    P8_COMMIT,
                    Misbehaving.at(Where.COMMIT, how),
                    unknown(CommitOutcomeUnknownException.class, Expected.Rows.STORED));
        }
        cell(P8_COMMIT, Misbehaving.at(Where.COMMIT, How.REFUSED), rolledBack(SqlSyntaxException.class));
        cell(
                P8_COMMIT,
                Misbehaving.at(Where.COMMIT, How.THROWS),
                unknown(CommitOutcomeUnknownException.class, Expected.Rows.NONE).whateverTheConnection());
        for (How how : How.values()) {
            cell(
                    P10_ROLLBACK,
                    Misbehaving.at(Where.ROLLBACK, how),
                    rolledBack(BodyFailure.class).destroyed());
            cell(P11_RELEASE, Misbehaving.at(Where.RESET, how), committed().destroyed());
            cell(
                    P5_STATEMENT,
                    Misbehaving.at(Where.CLOSE, how),
                    rolledBack(ConnectionLostException.class).destroyed());
        }
    }

    private void lostAndSilent(Phase phase, Where where) {
        for (How how : List.of(How.LINK_LOST, How.LINK_LOST_AFTERWARDS)) {
            cell(
                    phase,
                    Misbehaving.at(where, how),
                    rolledBack(ConnectionLostException.class).destroyed());
        }
        for (How how : List.of(How.SILENT, How.SILENT_AFTERWARDS)) {
            cell(
                    phase,
                    Misbehaving.at(where, how),
                    rolledBack(TransactionTimeoutException.class).destroyed());
        }
    }

    private void atEveryPiece() {
        for (int n = 1; n <= 14; n++) {
            cell(P5_STATEMENT, new AtPiece(AtPiece.What.CANCEL, n), consistent().callerLeft());
            cell(P5_STATEMENT, new AtPiece(AtPiece.What.RESET, n), consistent());
            cell(
                    P5_STATEMENT,
                    new AtPiece(AtPiece.What.CANCEL_AFTER_A_WHILE, n),
                    consistent().callerLeft());
            cell(P7_FLUSH, new AtPiece(AtPiece.What.CANCEL, n), consistent().callerLeft());
        }
        for (int n = 1; n <= 7; n++) {
            cell(P5_STATEMENT, new AtPiece(AtPiece.What.HALF_CLOSE, n), consistent());
            cell(P5_STATEMENT, new AtPiece(AtPiece.What.TERMINATE, n), consistent());
            cell(P7_FLUSH, new AtPiece(AtPiece.What.CUT_AFTER_BYTES, n), consistent());
        }
    }

    private void cell(Phase phase, Fault fault, Expected expected) {
        for (Shape shape : Shape.values()) {
            for (int pool : new int[] {1, 4}) {
                cases.add(new FaultCase(phase, fault, shape, pool, expected));
            }
        }
    }
}
