package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.PortableFunction;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;

/** A date, a time or a point in time. The parts of a point in time are those it has in UTC, whatever the session's zone is. */
public interface TemporalExpression<T extends Temporal> extends ExpressionOf<T, TemporalExpression<T>> {

    @Override
    default TemporalExpression<T> with(Node node, @Nullable String label) {
        return new ComputedTemporal<>(node, type(), label);
    }

    /** Later by a {@link java.time.Duration} (to the microsecond) or a {@link java.time.Period}. */
    default TemporalExpression<T> plus(TemporalAmount amount) {
        return with(TimeArithmetic.shift(this, amount, 1), null);
    }

    /** Earlier by a {@link java.time.Duration} (to the microsecond) or a {@link java.time.Period}. */
    default TemporalExpression<T> minus(TemporalAmount amount) {
        return with(TimeArithmetic.shift(this, amount, -1), null);
    }

    /** With everything below the unit set to its lowest: seconds to years, weeks from Monday. */
    default TemporalExpression<T> truncatedTo(ChronoUnit unit) {
        return with(TimeArithmetic.truncate(this, unit), null);
    }

    default NumericExpression<Integer> year() {
        return TimeArithmetic.part(this, PortableFunction.YEAR);
    }

    /** 1 to 12. */
    default NumericExpression<Integer> month() {
        return TimeArithmetic.part(this, PortableFunction.MONTH);
    }

    /** The day of the month, 1 to 31. */
    default NumericExpression<Integer> day() {
        return TimeArithmetic.part(this, PortableFunction.DAY);
    }

    /** 1 to 4. */
    default NumericExpression<Integer> quarter() {
        return TimeArithmetic.part(this, PortableFunction.QUARTER);
    }

    /** The week of ISO 8601, 1 to 53. */
    default NumericExpression<Integer> week() {
        return TimeArithmetic.part(this, PortableFunction.WEEK);
    }

    /** 1 for Monday to 7 for Sunday, as {@link java.time.DayOfWeek#getValue()}. */
    default NumericExpression<Integer> dayOfWeek() {
        return TimeArithmetic.part(this, PortableFunction.DAY_OF_WEEK);
    }

    /** 1 to 366. */
    default NumericExpression<Integer> dayOfYear() {
        return TimeArithmetic.part(this, PortableFunction.DAY_OF_YEAR);
    }

    default NumericExpression<Integer> hour() {
        return TimeArithmetic.part(this, PortableFunction.HOUR);
    }

    default NumericExpression<Integer> minute() {
        return TimeArithmetic.part(this, PortableFunction.MINUTE);
    }

    /** The whole seconds within the minute. */
    default NumericExpression<Integer> second() {
        return TimeArithmetic.part(this, PortableFunction.SECOND);
    }
}
