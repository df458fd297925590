package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.testkit.compliance.TypeTable.TYPES;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Whole, exact and floating numbers, and truth. */
public abstract class NumberTypeSuite extends TypeSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected NumberTypeSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void wholeNumbers() {
        comeBack(TYPES.small, (short) 0, (short) 1, Short.MIN_VALUE, Short.MAX_VALUE);
        comeBack(TYPES.whole, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        comeBack(TYPES.big, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Test
    void decimalsKeepTheirScale() {
        comeBack(
                TYPES.exact,
                new BigDecimal("0.0000"),
                new BigDecimal("1.1000"),
                new BigDecimal("-9999999999999999.9999"),
                new BigDecimal("9999999999999999.9999"));
    }

    @Test
    void aDecimalThatDoesNotFitIsRefusedAndNotRounded() {
        assertThatThrownBy(() -> comeBack(TYPES.exact, new BigDecimal("0.00001")))
                .isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> comeBack(TYPES.exact, new BigDecimal("10000000000000000")))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void floatingNumbers() {
        comeBack(TYPES.floating, 0.0, 0.1, -1.0e-300, Double.MAX_VALUE, 3.141592653589793);
    }

    @Test
    void truth() {
        comeBack(TYPES.flag, true, false);
    }
}
