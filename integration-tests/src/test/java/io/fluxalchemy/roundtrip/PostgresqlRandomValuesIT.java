package io.fluxalchemy.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many random values of each type, written as arrays and read in both transfer formats. A failure names its seed. */
class PostgresqlRandomValuesIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final int ROUNDS = 10;
    private static final int VALUES = 1_000;
    private static final long FIRST_SECOND = LocalDate.of(-4712, 1, 1).toEpochDay() * 86_400;
    private static final long LAST_SECOND = LocalDate.of(294_276, 12, 31).toEpochDay() * 86_400;

    private static DriverSession session;

    @BeforeAll
    static void open() {
        session = DriverSession.ours(DATABASE.url());
    }

    @AfterAll
    static void close() {
        session.close();
    }

    static Stream<Arguments> types() {
        return Stream.of(
                type("bigint", Types.BIGINT, random -> random.nextLong() >> random.nextInt(64)),
                type("integer", Types.INTEGER, random -> random.nextInt() >> random.nextInt(32)),
                type("double precision", Types.DOUBLE, random -> Double.longBitsToDouble(random.nextLong())),
                type("real", Types.REAL, random -> Float.intBitsToFloat(random.nextInt())),
                type("numeric", Types.NUMERIC, PostgresqlRandomValuesIT::decimal),
                type("text", Types.TEXT, PostgresqlRandomValuesIT::text),
                type("uuid", Types.UUID, random -> new UUID(random.nextLong(), random.nextLong())),
                type("bytea", Types.BYTES, PostgresqlRandomValuesIT::bytes),
                type("date", Types.DATE, random -> LocalDate.ofEpochDay(second(random) / 86_400)),
                type(
                        "time",
                        Types.TIME,
                        random -> LocalTime.ofNanoOfDay(random.nextInt(86_400) * 1_000_000_000L + micros(random))),
                type(
                        "timestamp",
                        Types.LOCAL_TIMESTAMP,
                        random -> LocalDateTime.ofEpochSecond(second(random), micros(random), ZoneOffset.UTC)),
                type("timestamptz", Types.TIMESTAMP, random -> Instant.ofEpochSecond(second(random), micros(random))));
    }

    private static <T> Arguments type(String column, SqlType<T> type, Function<Random, T> value) {
        return Arguments.of(column, type, value);
    }

    private static BigDecimal decimal(Random random) {
        return new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(60))
                .multiply(random.nextBoolean() ? BigDecimal.ONE : BigDecimal.ONE.negate());
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(20); left > 0; left--) {
            int c = random.nextInt(4) == 0
                    ? random.nextInt(0x10ffff) + 1
                    : "\\\"{}, NULL'\n\t\u0001".codePointAt(random.nextInt(14));
            if (c < 0xd800 || c > 0xdfff) {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Around our time as often as anywhere in the server's range. */
    private static long second(Random random) {
        return random.nextBoolean()
                ? random.nextInt() * 2L
                : FIRST_SECOND + (long) (random.nextDouble() * (LAST_SECOND - FIRST_SECOND));
    }

    private static int micros(Random random) {
        return random.nextBoolean() ? 0 : random.nextInt(1_000_000) * 1_000;
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void everyValueComesBack(String column, SqlType<T> type, Function<Random, T> value) {
        SqlType<List<T>> array = Types.arrayOf(type);
        String table = "random_" + column.replace(' ', '_');
        session.run("create temporary table " + table + " (id integer, v " + column + "[])");
        for (int round = 0; round < ROUNDS; round++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            List<T> values = new ArrayList<>(VALUES);
            for (int i = 0; i < VALUES; i++) {
                values.add(value.apply(random));
            }
            session.run("insert into " + table + " values (" + round + ", $1)", array, values);
            assertThat(TypeCase.comparable(session.read("select v from " + table + " where id = " + round, array)))
                    .as("text, seed %d", seed)
                    .isEqualTo(TypeCase.comparable(values));
            assertThat(TypeCase.comparable(
                            session.read("select v from " + table + " where id = $1", array, Types.INTEGER, round)))
                    .as("binary, seed %d", seed)
                    .isEqualTo(TypeCase.comparable(values));
        }
    }
}
