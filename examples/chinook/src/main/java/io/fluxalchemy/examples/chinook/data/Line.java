package io.fluxalchemy.examples.chinook.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One row of the script; values are read by position, null where the script says NULL. */
public record Line(List<String> values) {

    public String text(int index) {
        return values.get(index);
    }

    public Integer integer(int index) {
        String value = values.get(index);
        return value == null ? null : Integer.valueOf(value);
    }

    public BigDecimal decimal(int index) {
        return new BigDecimal(values.get(index));
    }

    public LocalDate date(int index) {
        String value = values.get(index);
        return value == null ? null : LocalDate.parse(value);
    }
}
