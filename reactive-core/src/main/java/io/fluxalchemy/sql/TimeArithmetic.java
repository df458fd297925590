package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.CastNode;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.IntervalTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.PortableFunction;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Storage;
import io.fluxalchemy.type.Types;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.List;

/** Shifts, parts and truncation of dates and times as portable function calls. */
final class TimeArithmetic {

    private TimeArithmetic() {}

    static Node shift(TemporalExpression<?> time, TemporalAmount amount, int sign) {
        Node node = time.node();
        if (amount instanceof Period period) {
            long months = period.toTotalMonths();
            Node shifted = months == 0 ? node : shift(PortableFunction.ADD_MONTHS, node, sign * months);
            return sameType(
                    time,
                    period.getDays() == 0 && months != 0
                            ? shifted
                            : shift(PortableFunction.ADD_DAYS, shifted, sign * (long) period.getDays()));
        }
        if (amount instanceof Duration duration) {
            if (duration.getNano() % 1000 != 0) {
                throw new StatementException(time.describe() + ": " + duration
                        + " is finer than a microsecond; truncate it with truncatedTo(ChronoUnit.MICROS)");
            }
            long micros =
                    Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
            return sameType(time, shift(PortableFunction.ADD_MICROSECONDS, node, sign * micros));
        }
        throw new StatementException(time.describe() + ": cannot add a "
                + amount.getClass().getSimpleName() + "; use a Duration or a Period");
    }

    /** A length of time that is not negative. */
    static IntervalTree interval(String verb, TemporalAmount amount) {
        IntervalTree interval;
        if (amount instanceof Period period) {
            interval = new IntervalTree(period.toTotalMonths(), period.getDays(), 0);
        } else if (amount instanceof Duration duration && duration.getNano() % 1000 == 0) {
            interval = new IntervalTree(
                    0,
                    0,
                    Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000));
        } else {
            throw new StatementException(verb + "(" + amount + "): use a Period, or a Duration of whole microseconds");
        }
        if (interval.months() < 0 || interval.days() < 0 || interval.micros() < 0) {
            throw new StatementException(
                    verb + "(" + amount + "): a distance cannot be negative, say the other direction");
        }
        return interval;
    }

    private static Node shift(String function, Node time, long amount) {
        return new FunctionNode(function, List.of(time, new ValueNode(Types.BIGINT, amount)));
    }

    static NumericExpression<Integer> part(TemporalExpression<?> time, String part) {
        return new ComputedNumber<>(new FunctionNode(part, List.of(local(time))), Types.INTEGER, null);
    }

    static Node truncate(TemporalExpression<?> time, ChronoUnit unit) {
        String function = switch (unit) {
            case SECONDS -> PortableFunction.TRUNCATE_SECOND;
            case MINUTES -> PortableFunction.TRUNCATE_MINUTE;
            case HOURS -> PortableFunction.TRUNCATE_HOUR;
            case DAYS -> PortableFunction.TRUNCATE_DAY;
            case WEEKS -> PortableFunction.TRUNCATE_WEEK;
            case MONTHS -> PortableFunction.TRUNCATE_MONTH;
            case YEARS -> PortableFunction.TRUNCATE_YEAR;
            default ->
                throw new StatementException(
                        time.describe() + ".truncatedTo(" + unit + "): use a unit from SECONDS to YEARS");
        };
        Node truncated = new FunctionNode(function, List.of(local(time)));
        return isInstant(time)
                ? new FunctionNode(PortableFunction.UTC_INSTANT, List.of(truncated))
                : sameType(time, truncated);
    }

    /** Databases make a timestamp of a shifted or truncated date. */
    private static Node sameType(TemporalExpression<?> time, Node computed) {
        return time.type().storage() == Storage.Simple.DATE ? new CastNode(computed, time.type()) : computed;
    }

    private static Node local(TemporalExpression<?> time) {
        return isInstant(time) ? new FunctionNode(PortableFunction.UTC_LOCAL, List.of(time.node())) : time.node();
    }

    private static boolean isInstant(TemporalExpression<?> time) {
        return time.type().storage() == Storage.Simple.INSTANT;
    }
}
