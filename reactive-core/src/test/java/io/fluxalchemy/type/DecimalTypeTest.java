package io.fluxalchemy.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTypeTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1.00",
        "1.5, 1.50",
        "1.5000, 1.50",
        "99999999.99, 99999999.99",
        "-0.01, -0.01",
        "0, 0.00",
        "1E+3, 1000.00"
    })
    void aValueThatFitsIsBroughtToTheColumnsScale(String given, String stored) {
        assertThat(Types.numeric(10, 2).toStorage(new BigDecimal(given))).isEqualTo(new BigDecimal(stored));
    }

    @ParameterizedTest
    @CsvSource({"0.001", "100000000", "1E+9", "99999999.999", "1E+999999999", "1E-999999999"})
    void aValueThatDoesNotFitIsRefusedNotRounded(String given) {
        assertThatThrownBy(() -> Types.numeric(10, 2).toStorage(new BigDecimal(given)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("numeric(10, 2) keeps");
    }

    @Test
    void messagesNameDigitsNotTheValue() {
        assertThatThrownBy(() -> Types.numeric(10, 2).toStorage(new BigDecimal("7654321.123")))
                .hasMessage("the number has 3 digits after the point, numeric(10, 2) keeps 2:"
                        + " round it with setScale(2, RoundingMode...)");
    }

    @Test
    void anUnboundedDecimalKeepsItsScale() {
        assertThat(Types.NUMERIC.toStorage(new BigDecimal("0.00"))).isEqualTo(new BigDecimal("0.00"));
        assertThat(Types.NUMERIC.toStorage(new BigDecimal("1E+3"))).isEqualTo(new BigDecimal("1000"));
    }

    @ParameterizedTest
    @CsvSource({"1E+999999999", "1E+2147483647", "1E-16384", "1E-2147483647"})
    void aNumberBeyondEveryDatabaseIsRefusedBeforeItIsWrittenOut(String given) {
        assertThatThrownBy(() -> Types.NUMERIC.toStorage(new BigDecimal(given)))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void zeroWithAHugeExponentIsZero() {
        assertThat(Types.NUMERIC.toStorage(new BigDecimal("0E+999999999"))).isEqualTo(BigDecimal.ZERO);
    }
}
