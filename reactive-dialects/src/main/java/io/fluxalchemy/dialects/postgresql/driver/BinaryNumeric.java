package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Decimals in the binary transfer format: groups of four digits, the weight of the first, a sign and the declared scale. */
final class BinaryNumeric {

    private static final int NEGATIVE = 0x4000;
    private static final int POSITIVE = 0x0000;
    private static final BigInteger GROUP = BigInteger.valueOf(10_000);

    /** So many groups of four digits always fit a long. */
    private static final int GROUPS_OF_LONG = 4;

    private BinaryNumeric() {}

    static BigDecimal decimal(ByteBuf buffer) {
        int groups = buffer.readUnsignedShort();
        int weight = buffer.readShort();
        int sign = buffer.readUnsignedShort();
        int scale = buffer.readUnsignedShort();
        if (sign != POSITIVE && sign != NEGATIVE) {
            throw notANumber();
        }
        int scaleOfGroups = 4 * (groups - 1 - weight);
        BigDecimal value = groups <= GROUPS_OF_LONG
                ? BigDecimal.valueOf(small(buffer, groups), scaleOfGroups)
                : new BigDecimal(large(buffer, groups), scaleOfGroups);
        return (sign == NEGATIVE ? value.negate() : value).setScale(scale);
    }

    private static long small(ByteBuf buffer, int groups) {
        long digits = 0;
        for (int i = 0; i < groups; i++) {
            digits = digits * 10_000 + buffer.readShort();
        }
        return digits;
    }

    private static BigInteger large(ByteBuf buffer, int groups) {
        BigInteger digits = BigInteger.ZERO;
        for (int i = 0; i < groups; i++) {
            digits = digits.multiply(GROUP).add(BigInteger.valueOf(buffer.readShort()));
        }
        return digits;
    }

    static ConversionException notANumber() {
        return new ConversionException("the number is NaN or infinite, which BigDecimal has not:"
                + " write cast(column as double precision), or nullif(column, 'NaN')");
    }
}
