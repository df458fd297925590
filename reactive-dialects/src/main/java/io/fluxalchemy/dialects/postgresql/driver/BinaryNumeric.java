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

    private static final int DIGITS_OF_LONG = 18;

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

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
        if (groups <= GROUPS_OF_LONG) {
            long digits = small(buffer, groups);
            return scaled(sign == NEGATIVE ? -digits : digits, scaleOfGroups, scale);
        }
        BigDecimal value = new BigDecimal(large(buffer, groups), scaleOfGroups);
        return (sign == NEGATIVE ? value.negate() : value).setScale(scale);
    }

    /** Without a number in between where the digits allow it; up to two more always fit a long. */
    private static BigDecimal scaled(long digits, int from, int to) {
        if (from >= to && from - to < POWERS.length && digits % POWERS[from - to] == 0) {
            return BigDecimal.valueOf(digits / POWERS[from - to], to);
        } else if (from < to && to - from <= 2) {
            return BigDecimal.valueOf(digits * POWERS[to - from], to);
        }
        return BigDecimal.valueOf(digits, from).setScale(to);
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

    /** At least as many bytes as {@link #write} takes. */
    static int size(BigDecimal value) {
        return 8 + 2 * ((value.precision() + value.scale()) / 4 + 3);
    }

    /** Writes a number whose scale is none of those below zero, which the database has not. */
    static void write(ByteBuf out, BigDecimal value) {
        int fraction = (value.scale() + 3) / 4;
        int padding = 4 * fraction - value.scale();
        boolean isNegative = value.signum() < 0;
        if (value.precision() + padding > DIGITS_OF_LONG) {
            writeLarge(out, value, fraction, padding);
            return;
        }
        long digits = Math.abs(value.unscaledValue().longValue()) * POWERS[padding];
        int groups = 0;
        long unit = 1;
        for (long rest = digits; rest != 0; rest /= 10_000) {
            unit = groups == 0 ? 1 : unit * 10_000;
            groups++;
        }
        writeHead(out, groups, groups == 0 ? 0 : groups - fraction - 1, isNegative, value.scale());
        for (int i = 0; i < groups; i++, unit /= 10_000) {
            out.writeShort((int) (digits / unit % 10_000));
        }
    }

    private static void writeLarge(ByteBuf out, BigDecimal value, int fraction, int padding) {
        String digits = value.unscaledValue().abs() + "0".repeat(padding);
        int groups = (digits.length() + 3) / 4;
        writeHead(out, groups, groups - fraction - 1, value.signum() < 0, value.scale());
        for (int end = digits.length() - 4 * (groups - 1); end <= digits.length(); end += 4) {
            out.writeShort(Integer.parseInt(digits, Math.max(0, end - 4), end, 10));
        }
    }

    private static void writeHead(ByteBuf out, int groups, int weight, boolean isNegative, int scale) {
        out.writeShort(groups)
                .writeShort(weight)
                .writeShort(isNegative ? NEGATIVE : POSITIVE)
                .writeShort(scale);
    }

    static ConversionException notANumber() {
        return new ConversionException("the number is NaN or infinite, which BigDecimal has not:"
                + " write cast(column as double precision), or nullif(column, 'NaN')");
    }
}
