package io.fluxalchemy.engine.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.Storage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactConversionTest {

    private static final List<Storage> NUMBERS = List.of(
            Storage.Simple.SMALLINT,
            Storage.Simple.INTEGER,
            Storage.Simple.BIGINT,
            Storage.Simple.REAL,
            Storage.Simple.DOUBLE,
            new Storage.Numeric(null, null));

    /** The oracle: two numbers are the same if their decimal expansions are. */
    private static boolean isSame(Object given, Object converted) {
        return decimal(given).compareTo(decimal(converted)) == 0;
    }

    private static BigDecimal decimal(Object number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof Float || number instanceof Double
                ? new BigDecimal(((Number) number).doubleValue())
                : new BigDecimal(number.toString());
    }

    @Test
    void everyNumberIsKeptOrRefused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int kept = 0;
        int refused = 0;
        for (int i = 0; i < 200_000; i++) {
            Object given = number(random);
            Storage to = NUMBERS.get(random.nextInt(NUMBERS.size()));
            var conversion = ExactConversion.of(given.getClass(), to);
            if (conversion == null) {
                continue;
            }
            try {
                Object converted = conversion.apply(given);
                assertThat(converted).isInstanceOf(to.canonicalClass());
                assertThat(isSame(given, converted))
                        .as("%s as %s became %s, seed %d", given, to, converted, seed)
                        .isTrue();
                kept++;
            } catch (ConversionException e) {
                refused++;
            }
        }
        assertThat(kept).isGreaterThan(10_000);
        assertThat(refused).isGreaterThan(10_000);
    }

    private static Object number(Random random) {
        long bits = random.nextLong() >> random.nextInt(64);
        return switch (random.nextInt(8)) {
            case 0 -> (byte) bits;
            case 1 -> (short) bits;
            case 2 -> (int) bits;
            case 3 -> bits;
            case 4 -> (float) bits;
            case 5 -> (double) bits;
            case 6 -> BigInteger.valueOf(bits).multiply(BigInteger.valueOf(random.nextInt(5)));
            default -> BigDecimal.valueOf(bits, random.nextInt(3));
        };
    }

    @Test
    void specialFloatsAreKept() {
        assertThat(ExactConversion.of(Float.class, Storage.Simple.DOUBLE).apply(Float.NaN))
                .isEqualTo(Double.NaN);
        assertThat(ExactConversion.of(Double.class, Storage.Simple.REAL).apply(-0.0))
                .isEqualTo(-0.0f);
        assertThat(ExactConversion.of(Double.class, Storage.Simple.REAL).apply(Double.NEGATIVE_INFINITY))
                .isEqualTo(Float.NEGATIVE_INFINITY);
        assertThatThrownBy(() ->
                        ExactConversion.of(Double.class, Storage.Simple.REAL).apply(1e300))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void whatIsNoNumberIsNotMadeOne() {
        assertThat(ExactConversion.of(String.class, Storage.Simple.INTEGER)).isNull();
        assertThat(ExactConversion.of(Integer.class, Storage.Simple.TEXT)).isNull();
        assertThat(ExactConversion.of(Boolean.class, Storage.Simple.SMALLINT)).isNull();
        assertThat(ExactConversion.of(Integer.class, Storage.Simple.BOOLEAN)).isNull();
        assertThat(ExactConversion.of(Double.class, new Storage.Numeric(10, 2))).isNull();
        assertThat(ExactConversion.of(BigDecimal.class, Storage.Simple.DOUBLE)).isNull();
        assertThat(ExactConversion.of(Double.class, Storage.Simple.BIGINT)).isNull();
        assertThat(ExactConversion.of(List.class, new Storage.Array(Storage.Simple.TEXT)))
                .isNull();
    }
}
