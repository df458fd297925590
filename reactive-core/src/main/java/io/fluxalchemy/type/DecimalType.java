package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Exact decimals. A value is brought to the column's scale only where no digit is lost. */
record DecimalType(Storage.Numeric storage) implements NumericType<BigDecimal> {

    /** PostgreSQL's limits, the widest of all; also what keeps 1E+999999999 from being written out. */
    private static final int MOST_INTEGER_DIGITS = 131_072;

    private static final int MOST_SCALE = 16_383;

    DecimalType {
        Integer precision = storage.precision();
        Integer scale = storage.scale();
        if (precision != null && (scale == null || precision < 1 || scale < 0 || scale > precision)) {
            throw new IllegalArgumentException(
                    "numeric(" + precision + ", " + scale + "): the scale must be between 0 and the precision");
        }
    }

    @Override
    public Class<?> javaType() {
        return BigDecimal.class;
    }

    @Override
    public Object toStorage(BigDecimal value) {
        BigDecimal decimal = Canonical.require(BigDecimal.class, value, this);
        Integer precision = storage.precision();
        return precision == null ? unbounded(decimal) : bounded(decimal, precision, storage.scale());
    }

    private BigDecimal unbounded(BigDecimal value) {
        long integerDigits = (long) value.precision() - value.scale();
        if (value.signum() != 0 && integerDigits > MOST_INTEGER_DIGITS) {
            throw tooLong(integerDigits, MOST_INTEGER_DIGITS);
        }
        if (value.scale() > MOST_SCALE) {
            throw new ConversionException("the number has " + value.scale() + " digits after the point, " + name()
                    + " keeps at most " + MOST_SCALE);
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private BigDecimal bounded(BigDecimal value, int precision, @Nullable Integer declaredScale) {
        int scale = declaredScale == null ? 0 : declaredScale;
        if (value.signum() == 0) {
            return BigDecimal.ZERO.setScale(scale);
        }
        long integerDigits = (long) value.precision() - value.scale();
        if (integerDigits > precision - scale) {
            throw tooLong(integerDigits, precision - scale);
        }
        if (value.scale() > scale) {
            int needed = value.stripTrailingZeros().scale();
            if (needed > scale) {
                throw new ConversionException("the number has " + needed + " digits after the point, " + name()
                        + " keeps " + scale + ": round it with setScale(" + scale + ", RoundingMode...)");
            }
        }
        return value.setScale(scale);
    }

    private ConversionException tooLong(long integerDigits, int most) {
        return new ConversionException(
                "the number has " + integerDigits + " digits before the point, " + name() + " keeps at most " + most);
    }

    @Override
    public BigDecimal fromStorage(Object stored) {
        return Canonical.require(BigDecimal.class, stored, this);
    }

    @Override
    public String name() {
        return storage.precision() == null
                ? "numeric"
                : "numeric(" + storage.precision() + ", " + storage.scale() + ")";
    }
}
