package io.fluxalchemy.dialects.postgresql.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.Storage;
import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written in the binary form of an array is read from it; that the server reads the same, the round trips show. */
class BinaryArrayTest {

    @Test
    void elementsOfEveryTypeAreReadAsTheyWereWritten() {
        same(Storage.Simple.SMALLINT, Short.MIN_VALUE, (short) 0, Short.MAX_VALUE);
        same(Storage.Simple.INTEGER, Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE);
        same(Storage.Simple.BIGINT, Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE);
        same(Storage.Simple.REAL, Float.NaN, Float.NEGATIVE_INFINITY, -0.0f, Float.MIN_VALUE);
        same(Storage.Simple.DOUBLE, Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE);
        same(Storage.Simple.BOOLEAN, true, false);
        same(Storage.Simple.UUID, new UUID(1, -1), new UUID(Long.MIN_VALUE, Long.MAX_VALUE));
        same(Storage.Simple.DATE, LocalDate.of(-4713, 11, 24), LocalDate.EPOCH, LocalDate.of(5_874_897, 12, 31));
        same(Storage.Simple.TIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000));
        same(
                Storage.Simple.TIMESTAMP,
                LocalDateTime.of(-4713, 11, 24, 0, 0),
                LocalDateTime.of(1999, 12, 31, 23, 59, 59, 1_000),
                LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000));
        same(
                Storage.Simple.INSTANT,
                Instant.EPOCH,
                Instant.parse("1582-10-04T23:59:59.999999Z"),
                Instant.parse("-0043-03-15T00:00:00Z"));
        same(Storage.Simple.TEXT, "", "a\"b\\c,{}", "NULL", "\u00e9\u4e2d\ud83d\ude00");
        same(new Storage.Varchar(5), "abc", " ");
        same(new Storage.Char(3), "ab");
    }

    @Test
    void bytesAreNotText() {
        List<?> read = read(Storage.Simple.BYTES, List.of(new byte[] {0, 1, -1}, new byte[0]));
        assertThat((byte[]) read.get(0)).containsExactly(0, 1, -1);
        assertThat((byte[]) read.get(1)).isEmpty();
    }

    @Test
    void decimalsKeepEveryDigitAndTheirScale() {
        Storage numeric = new Storage.Numeric(null, null);
        same(
                numeric,
                new BigDecimal("0"),
                new BigDecimal("0.00"),
                new BigDecimal("100.00"),
                new BigDecimal("-0.0001"),
                new BigDecimal("0.00010"),
                new BigDecimal("12345678901234.5678"),
                new BigDecimal("-99999999999999999.9"),
                new BigDecimal("9999999999999999999999.99999"),
                new BigDecimal(BigInteger.TEN.pow(131_071)),
                BigDecimal.ONE.movePointLeft(16_383));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            BigDecimal value = new BigDecimal(new BigInteger(random.nextInt(130), random), random.nextInt(30));
            assertThat(read(numeric, List.of(random.nextBoolean() ? value : value.negate())))
                    .as("seed " + seed)
                    .hasSize(1);
            same(numeric, value, value.negate());
        }
    }

    @Test
    void listsOfNothingAndOfNullsAreArrays() {
        assertThat(read(Storage.Simple.BIGINT, List.of())).isEmpty();
        same(Storage.Simple.BIGINT, 1L, null, 2L);
        same(Storage.Simple.TEXT, null, null);
    }

    @Test
    void whatTheServerHasNotIsRefusedBeforeItIsSent() {
        assertRefused(Storage.Simple.DATE, LocalDate.MIN);
        assertRefused(Storage.Simple.DATE, LocalDate.of(5_874_898, 1, 1));
        assertRefused(Storage.Simple.TIMESTAMP, LocalDateTime.of(294_277, 1, 1, 0, 0));
        assertRefused(Storage.Simple.INSTANT, Instant.MAX);
        assertRefused(Storage.Simple.INSTANT, Instant.parse("-4713-11-23T23:59:59Z"));
    }

    /** Whose oid or whose binary form is not known here. */
    @Test
    void otherElementsTravelAsText() {
        assertThat(BinaryArray.of(Storage.Simple.JSON, List.of())).isNull();
        assertThat(BinaryArray.of(new Storage.NamedEnum("mood", List.of("sad")), List.of()))
                .isNull();
        assertThat(BinaryArray.of(Storage.Native.INTERVAL, List.of())).isNull();
        assertThat(BinaryArray.of(new Storage.Bit(3, false), List.of())).isNull();
    }

    private static void assertRefused(Storage element, Object value) {
        assertThatThrownBy(() -> BinaryArray.of(element, List.of(value)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("outside the range");
    }

    private static void same(Storage element, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(values));
        assertThat(read(element, all)).isEqualTo(all);
        all.add(null);
        assertThat(read(element, all)).isEqualTo(all);
    }

    private static List<?> read(Storage element, List<?> values) {
        BinaryArray array = BinaryArray.of(element, values);
        assertThat(array).isNotNull();
        ByteBuf bytes = array.bytes().duplicate();
        List<?> read = (List<?>) new ArrayValue(BindType.wireType(element)).fromBinary(bytes);
        assertThat(bytes.readableBytes()).isEqualTo(values.isEmpty() ? 8 : 0);
        return read;
    }
}
