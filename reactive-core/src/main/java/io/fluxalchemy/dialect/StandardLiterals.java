package io.fluxalchemy.dialect;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.type.Storage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The standard's literals; what a dialect writes differently it writes itself and hands the rest here. */
public final class StandardLiterals implements LiteralSyntax {

    private final TypeSyntax types;
    private final UnaryOperator<String> text;

    /** @param text writes a text in quotes */
    public StandardLiterals(TypeSyntax types, UnaryOperator<String> text) {
        this.types = types;
        this.text = text;
    }

    @Override
    public String literal(Storage storage, Object canonical) {
        if (canonical instanceof String value) {
            return storage == Storage.Simple.JSON ? "json " + text.apply(value) : text.apply(value);
        } else if (canonical instanceof Boolean value) {
            return value ? "true" : "false";
        } else if (canonical instanceof Double || canonical instanceof Float) {
            return cast("'" + canonical + "'", storage);
        } else if (canonical instanceof BigDecimal value) {
            return signed(value.toPlainString(), value.signum() < 0);
        } else if (canonical instanceof Number value) {
            return value.longValue() == Long.MIN_VALUE
                    ? cast("'" + value + "'", storage)
                    : signed(value.toString(), value.longValue() < 0);
        } else if (canonical instanceof LocalDate value) {
            return "date '" + date(value) + "'";
        } else if (canonical instanceof LocalTime value) {
            return "time '" + time(value) + "'";
        } else if (canonical instanceof LocalDateTime value) {
            return "timestamp '" + date(value.toLocalDate()) + " " + time(value.toLocalTime()) + "'";
        } else if (canonical instanceof Instant value) {
            return "timestamp with time zone '" + utc(value) + "+00:00'";
        } else if (canonical instanceof byte[] value) {
            return "x'" + HexFormat.of().formatHex(value) + "'";
        } else if (canonical instanceof List<?> value && storage instanceof Storage.Array array) {
            String elements = value.stream()
                    .map(each -> each == null ? "null" : literal(array.element(), each))
                    .collect(Collectors.joining(", ", "array[", "]"));
            return cast(elements, storage);
        }
        return cast("'" + canonical + "'", storage);
    }

    /** A value converted by the database. */
    public String cast(String value, Storage storage) {
        return "cast(" + value + " as " + types.cast(storage) + ")";
    }

    /** A point in time as a date and a time in UTC. */
    public static String utc(Instant value) {
        LocalDateTime local = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
        return date(local.toLocalDate()) + " " + time(local.toLocalTime());
    }

    private static String signed(String number, boolean negative) {
        return negative ? "(" + number + ")" : number;
    }

    private static String date(LocalDate value) {
        if (value.getYear() < 1 || value.getYear() > 9999) {
            throw new StatementException("there is no portable literal of the date " + value
                    + ", whose year is not one of 1 to 9999: bind it as a value");
        }
        return value.toString();
    }

    private static String time(LocalTime value) {
        return value.getSecond() == 0 && value.getNano() == 0 ? value + ":00" : value.toString();
    }
}
