package io.fluxalchemy.sql.tree;

import java.util.Set;

/**
 * The names of {@link FunctionNode} that mean the same on every database and are spelled by its dialect. Any other name is
 * written as it stands.
 */
public final class PortableFunction {

    /** One text. */
    public static final String LOWER = "lower";
    /** One text. */
    public static final String UPPER = "upper";
    /** One text, without the spaces around it. */
    public static final String TRIM = "trim";
    /** One text, its number of characters as an integer. */
    public static final String LENGTH = "length";
    /** Any number of values, the first that is not NULL. */
    public static final String COALESCE = "coalesce";
    /** Two values: NULL where they are equal, else the first. */
    public static final String NULLIF = "nullif";
    /** One number. */
    public static final String ABS = "abs";
    /** No argument: the point in time the transaction began. */
    public static final String NOW = "now";
    /** No argument: the date the transaction began, in the session's zone. */
    public static final String TODAY = "today";
    /** A date or time and a whole number of months. */
    public static final String ADD_MONTHS = "add_months";
    /** A date or time and a whole number of days. */
    public static final String ADD_DAYS = "add_days";
    /** A time and a whole number of microseconds. */
    public static final String ADD_MICROSECONDS = "add_microseconds";
    /** A point in time as date and time in UTC. */
    public static final String UTC_LOCAL = "utc_local";
    /** Date and time in UTC as a point in time. */
    public static final String UTC_INSTANT = "utc_instant";
    /** A date or time, its year as an integer; likewise the other parts. */
    public static final String YEAR = "year";

    public static final String MONTH = "month";
    public static final String DAY = "day";
    public static final String HOUR = "hour";
    public static final String MINUTE = "minute";
    /** The whole seconds within the minute. */
    public static final String SECOND = "second";
    /** A date or time with everything below the unit set to its lowest; a week begins on Monday. */
    public static final String TRUNCATE_YEAR = "truncate_year";

    public static final String TRUNCATE_MONTH = "truncate_month";
    public static final String TRUNCATE_WEEK = "truncate_week";
    public static final String TRUNCATE_DAY = "truncate_day";
    public static final String TRUNCATE_HOUR = "truncate_hour";
    public static final String TRUNCATE_MINUTE = "truncate_minute";
    public static final String TRUNCATE_SECOND = "truncate_second";

    /** Any number of values as one JSON array, NULL as its null. */
    public static final String JSON_ROW = "json_row";
    /** An aggregate: the JSON values of the group as one JSON array. */
    public static final String JSON_ROWS = "json_rows";

    /** A date or time, its quarter of the year, 1 to 4. */
    public static final String QUARTER = "quarter";

    /** A date or time, its week of the year after ISO 8601. */
    public static final String WEEK = "week";

    /** A date or time, its day of the week, 1 for Monday to 7. */
    public static final String DAY_OF_WEEK = "day_of_week";

    /** A date or time, its day of the year, from 1. */
    public static final String DAY_OF_YEAR = "day_of_year";

    /** A text, a regular expression and the text that every match becomes. */
    public static final String REPLACE_PATTERN = "regexp_replace";

    /** No argument: a number from 0, below 1. */
    public static final String RANDOM = "random";

    /** A table function: the whole numbers from the first argument to the second. */
    public static final String SERIES = "generate_series";

    /** A table function: the elements of an array. */
    public static final String UNNEST = "unnest";

    /** A text, a position from 1 and, if given, a number of characters. */
    public static final String SUBSTRING = "substring";

    /** A text and another one: where that begins in it, from 1, as an integer; 0 where it does not. */
    public static final String POSITION = "position";

    /** An aggregate: texts one after the other with a {@link LiteralNode} between them. */
    public static final String STRING_AGG = "string_agg";

    /** A text and words: whether the text has them, as the database searches texts. */
    public static final String HAS_WORDS = "has_words";

    /** All of them. */
    public static final Set<String> NAMES = Set.of(
            LOWER,
            HAS_WORDS,
            QUARTER,
            WEEK,
            DAY_OF_WEEK,
            DAY_OF_YEAR,
            REPLACE_PATTERN,
            RANDOM,
            SERIES,
            UNNEST,
            SUBSTRING,
            POSITION,
            STRING_AGG,
            UPPER,
            TRIM,
            LENGTH,
            COALESCE,
            NULLIF,
            ABS,
            NOW,
            TODAY,
            ADD_MONTHS,
            ADD_DAYS,
            ADD_MICROSECONDS,
            UTC_LOCAL,
            UTC_INSTANT,
            YEAR,
            MONTH,
            DAY,
            HOUR,
            MINUTE,
            SECOND,
            JSON_ROW,
            JSON_ROWS,
            TRUNCATE_YEAR,
            TRUNCATE_MONTH,
            TRUNCATE_WEEK,
            TRUNCATE_DAY,
            TRUNCATE_HOUR,
            TRUNCATE_MINUTE,
            TRUNCATE_SECOND);

    private PortableFunction() {}
}
