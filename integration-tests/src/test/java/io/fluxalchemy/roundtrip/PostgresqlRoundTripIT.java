package io.fluxalchemy.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.Types;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of PostgreSQL: every case × text and binary transfer × a pool of ours and a factory made elsewhere. */
class PostgresqlRoundTripIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final AtomicInteger tables = new AtomicInteger();
    private static DriverSession ours;
    private static DriverSession foreign;
    private static DriverSession foreignBinary;

    @BeforeAll
    static void open() {
        ours = DriverSession.ours(DATABASE.url());
        ours.run("create extension if not exists citext; create extension if not exists hstore;"
                + " create type \"Odd Mood\" as enum ('$', 'a$_', 'Mixed_Case', 'select'); create type mood as enum ('SAD', 'HAPPY');"
                + " create domain email as text check (value like '%@%'); create domain age as integer");
        foreign = DriverSession.foreign(DATABASE.url());
        foreignBinary = DriverSession.foreign(DATABASE.url(), "forceBinary", true);
        for (DriverSession session : List.of(ours, foreign, foreignBinary)) {
            session.run("set timezone to 'Asia/Kathmandu'");
        }
    }

    @AfterAll
    static void close() {
        ours.close();
        foreign.close();
        foreignBinary.close();
    }

    static Stream<Arguments> cases() {
        return PostgresqlCases.all().stream()
                .flatMap(each -> Stream.of(Arguments.of(each, "ours"), Arguments.of(each, "foreign")));
    }

    private static DriverSession session(String whose) {
        return whose.equals("ours") ? ours : foreign;
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void aLiteralIsReadAlikeInBothTransferFormats(TypeCase<T> given, String whose) {
        DriverSession session = session(whose);
        String expression = "(" + given.literal() + ")::" + given.column();
        assertSame(session.read("select " + expression, given.type()), given);
        assertSame(session.read("select " + expression + " where $1 = 1", given.type(), Types.INTEGER, 1), given);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T> void aBoundValueIsStoredAsTheServerReadsTheLiteral(TypeCase<T> given, String whose) {
        DriverSession session = session(whose);
        String table = "round_trip_" + tables.incrementAndGet();
        session.run("create temporary table " + table + " (v " + given.column() + ")");
        session.run("insert into " + table + " values ($1)", given.type(), given.value());

        assertSame(session.read("select v from " + table, given.type()), given);
        assertSame(session.read("select v from " + table + " where $1 = 1", given.type(), Types.INTEGER, 1), given);
        String same = "select v::text is not distinct from (" + given.literal() + ")::" + given.column() + "::text";
        assertThat(session.read(same + " from " + table, Types.BOOLEAN))
                .as("stored as the literal")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.fluxalchemy.roundtrip.PostgresqlCases#all")
    <T> void aFactoryMadeElsewhereWithBinaryTransferReadsExactlyOrRefuses(TypeCase<T> given) {
        Object read;
        try {
            read = foreignBinary.read(
                    "select (" + given.literal() + ")::" + given.column() + " where $1 = 1",
                    given.type(),
                    Types.INTEGER,
                    1);
        } catch (ConversionException refused) {
            assertThat(given.column()).matches("numeric.*|date|time.*|.*\\[]|interval|.*range|inet|bit.*|hstore");
            return;
        }
        assertSame(read, given);
    }

    private static void assertSame(Object read, TypeCase<?> expected) {
        assertThat(TypeCase.comparable(read)).isEqualTo(TypeCase.comparable(expected.value()));
    }
}
