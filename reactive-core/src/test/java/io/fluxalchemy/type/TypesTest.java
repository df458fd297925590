package io.fluxalchemy.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TypesTest {

    enum Mood {
        SAD,
        HAPPY
    }

    private record Isbn(String text) {}

    private static final Function<Isbn, String> WRITE = Isbn::text;
    private static final Function<String, Isbn> READ = Isbn::new;

    @Test
    void typesOfTheSameStructureAreEqual() {
        assertThat(Types.varchar(20)).isEqualTo(Types.varchar(20)).isNotEqualTo(Types.varchar(21));
        assertThat(Types.numeric(10, 2)).isEqualTo(Types.numeric(10, 2)).isNotEqualTo(Types.numeric(10, 3));
        assertThat(Types.arrayOf(Types.BIGINT))
                .isEqualTo(Types.arrayOf(Types.BIGINT))
                .isNotEqualTo(Types.arrayOf(Types.INTEGER));
        assertThat(Types.enumOf(Mood.class)).isEqualTo(Types.enumOf(Mood.class));
        assertThat(Types.enumOf(Mood.class)).isNotEqualTo(Types.namedEnum("mood", Mood.class));
        assertThat(Types.enumOrdinal(Mood.class)).isEqualTo(Types.enumOrdinal(Mood.class));
        assertThat(Types.json(Isbn.class)).isEqualTo(Types.json(Isbn.class));
        assertThat(Types.converted(Types.TEXT, Isbn.class, WRITE, READ))
                .isEqualTo(Types.converted(Types.TEXT, Isbn.class, WRITE, READ));
    }

    @Test
    void everyTypeCarriesTheCanonicalClassOfItsStorage() {
        assertCarries(Types.SMALLINT, (short) 1);
        assertCarries(Types.INTEGER, 1);
        assertCarries(Types.BIGINT, 1L);
        assertCarries(Types.REAL, Float.NaN);
        assertCarries(Types.DOUBLE, -0.0);
        assertCarries(Types.NUMERIC, new java.math.BigDecimal("1.50"));
        assertCarries(Types.numeric(5, 2), new java.math.BigDecimal("1.50"));
        assertCarries(Types.BOOLEAN, true);
        assertCarries(Types.TEXT, "x");
        assertCarries(Types.JSON, "{}");
        assertCarries(Types.varchar(1), "😀");
        assertCarries(Types.char_(3), "a");
        assertCarries(Types.DATE, LocalDate.of(1500, 1, 1));
        assertCarries(Types.TIME, LocalTime.of(1, 2, 3, 4_000));
        assertCarries(Types.LOCAL_TIMESTAMP, LocalDate.of(1500, 1, 1).atStartOfDay());
        assertCarries(Types.TIMESTAMP, Instant.EPOCH);
        assertCarries(Types.OFFSET_TIMESTAMP, OffsetDateTime.parse("2026-01-01T00:00Z"));
        assertCarries(Types.UUID, new java.util.UUID(1, 2));
        assertCarries(Types.BYTES, new byte[] {1, 0, 2});
        assertCarries(Types.enumOf(Mood.class), Mood.HAPPY);
        assertCarries(Types.enumOrdinal(Mood.class), Mood.HAPPY);
        assertCarries(Types.namedEnum("mood", Mood.class), Mood.SAD);
        assertCarries(Types.arrayOf(Types.enumOf(Mood.class)), Arrays.asList(Mood.SAD, null));
        assertCarries(Types.converted(Types.varchar(13), Isbn.class, WRITE, READ), new Isbn("1"));
    }

    private static <T> void assertCarries(SqlType<T> type, T value) {
        Object stored = type.toStorage(value);
        assertThat(stored).as(type.name()).isInstanceOf(type.storage().canonicalClass());
        assertThat(type.fromStorage(stored)).as(type.name()).isEqualTo(value);
    }

    @Test
    void anOffsetIsNotKeptButItsPointIs() {
        Object stored = Types.OFFSET_TIMESTAMP.toStorage(OffsetDateTime.parse("2026-01-01T02:00+02:00"));
        assertThat(Types.OFFSET_TIMESTAMP.fromStorage(stored)).isEqualTo(OffsetDateTime.parse("2026-01-01T00:00Z"));
    }

    @Test
    void nanosecondsAreRefusedNotRounded() {
        assertThatThrownBy(() -> Types.TIMESTAMP.toStorage(Instant.ofEpochSecond(0, 999_999_999)))
                .isInstanceOf(ConversionException.class)
                .hasMessage("timestamp with zone keeps microseconds and the value has nanoseconds:"
                        + " write value.truncatedTo(ChronoUnit.MICROS), or have the column cut what is finer, with"
                        + " @Column(secondPrecision = 6) on an attribute or Types.timestamp(6) in a table");
        assertThatThrownBy(() -> Types.TIME.toStorage(LocalTime.MAX)).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Types.OFFSET_TIMESTAMP.toStorage(OffsetDateTime.MIN.plusNanos(1)))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void instantsBeyondTheCalendarAreRefused() {
        assertThatThrownBy(() -> Types.TIMESTAMP.toStorage(Instant.MAX.truncatedTo(ChronoUnit.MICROS)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("outside the years");
        assertThatThrownBy(() -> Types.TIMESTAMP.toStorage(Instant.MIN)).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Types.OFFSET_TIMESTAMP.toStorage(OffsetDateTime.MIN))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void storedBytesDoNotFollowTheArray() {
        byte[] bytes = {1, 2};
        Object stored = Types.BYTES.toStorage(bytes);
        bytes[0] = 9;
        assertThat((byte[]) stored).containsExactly(1, 2);
    }

    @Test
    void storedArraysDoNotFollowTheList() {
        List<Integer> numbers = Arrays.asList(1, null);
        Object stored = Types.arrayOf(Types.INTEGER).toStorage(numbers);
        numbers.set(0, 9);
        assertThat(stored).isEqualTo(Arrays.asList(1, null));
    }

    @Test
    void aRefusedElementIsNamedByItsIndex() {
        assertThatThrownBy(() -> Types.arrayOf(Types.varchar(2)).toStorage(List.of("ab", "abc")))
                .isInstanceOf(ConversionException.class)
                .hasMessage("element 1 of the array: the text has 3 characters, varchar(2) keeps at most 2");
    }

    @Test
    void aValueOfAnotherClassIsNotConverted() {
        assertThatThrownBy(() -> Types.INTEGER.fromStorage(1L))
                .isInstanceOf(ConversionException.class)
                .hasMessage("integer takes a java.lang.Integer, not a java.lang.Long");
    }

    @Test
    void storedEnumsOutsideTheConstantsAreRefused() {
        assertThatThrownBy(() -> Types.enumOf(Mood.class).fromStorage("secret"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("[SAD, HAPPY]")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Types.enumOrdinal(Mood.class).fromStorage((short) 2))
                .isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Types.enumOrdinal(Mood.class).fromStorage((short) -1))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void aConverterThatReturnsNullIsAnError() {
        SqlType<Isbn> type = Types.converted(Types.TEXT, Isbn.class, isbn -> null, READ);
        assertThatThrownBy(() -> type.toStorage(new Isbn("1")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("writing text as Isbn returned null");
    }

    @Test
    void jsonOfAClassWithoutACodecNamesWhatToAdd() {
        assertThatThrownBy(() -> Types.json(Isbn.class).fromStorage("{}"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("no io.fluxalchemy.type.JsonCodec is on the class path")
                .hasMessageContaining("Types.JSON");
    }

    @Test
    void typesThatCannotExistAreRefusedWhenTheyAreMade() {
        assertThatThrownBy(() -> Types.varchar(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Types.char_(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Types.numeric(2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Types.arrayOf(Types.arrayOf(Types.TEXT))).isInstanceOf(IllegalArgumentException.class);
    }
}
