package io.fluxalchemy.dialect;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.IntervalTree;
import java.math.BigDecimal;
import java.util.Locale;

/** The standard's literals of intervals, which hold months, or days and seconds, never both. */
public final class StandardIntervals {

    private static final long SECOND = 1_000_000;
    private static final long HOUR = 3600 * SECOND;

    private StandardIntervals() {}

    /** @throws StatementException for one of months and days */
    public static String literal(IntervalTree interval) {
        if (interval.months() != 0 && (interval.days() != 0 || interval.micros() != 0)) {
            throw new StatementException(
                    "an interval of months and of days or seconds is no single literal: say one of them");
        } else if (interval.months() != 0) {
            return "interval '" + interval.months() + "' month";
        } else if (interval.micros() == 0) {
            return "interval '" + interval.days() + "' day";
        }
        long hours = interval.micros() / HOUR;
        long rest = interval.micros() % HOUR;
        return String.format(
                Locale.ROOT,
                "interval '%d %02d:%02d:%02d.%06d' day to second",
                interval.days() + hours / 24,
                hours % 24,
                rest / (60 * SECOND),
                rest / SECOND % 60,
                rest % SECOND);
    }

    /** Seconds, as a plain number. */
    public static String seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }
}
