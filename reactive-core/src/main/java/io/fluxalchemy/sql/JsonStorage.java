package io.fluxalchemy.sql;

import io.fluxalchemy.type.Storage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What databases write into JSON for a value of each storage, back to the storage's canonical class. */
final class JsonStorage {

    /** Date and time, with an offset where the storage has one: {@code +00:00}, {@code +00} or {@code Z}. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .toFormatter();

    private static final int LONGEST_NUMBER = 150_000;

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(Float.class, Float::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(BigDecimal.class, JsonStorage::decimal),
            Map.entry(Boolean.class, JsonStorage::bool),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, text -> LocalDateTime.from(timestamp(text))),
            Map.entry(Instant.class, JsonStorage::instant),
            Map.entry(UUID.class, UUID::fromString));

    private JsonStorage() {}

    /**
     * The canonical value, or null for JSON's null.
     *
     * @throws IllegalArgumentException or DateTimeException if the text is none of the storage's
     */
    static @Nullable Object canonical(Storage storage, JsonValue value) {
        if (value.isNull()) {
            return null;
        }
        if (storage == Storage.Simple.JSON) {
            return value.raw();
        }
        if (storage instanceof Storage.Array array) {
            List<@Nullable Object> elements = new ArrayList<>();
            value.elements().forEach(each -> elements.add(canonical(array.element(), each)));
            return Collections.unmodifiableList(elements);
        }
        Function<String, Object> reader = READERS.get(storage.canonicalClass());
        if (reader == null) {
            throw new IllegalArgumentException("nothing is known of " + storage + " in JSON");
        }
        String text = value.text();
        return reader.apply(storage instanceof Storage.Char ? text.stripTrailing() : text);
    }

    private static BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            throw new IllegalArgumentException("a number too long to be a database's");
        }
        return number;
    }

    /** MariaDB has no truth values of its own. */
    private static Boolean bool(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("not a truth value");
        };
    }

    private static TemporalAccessor timestamp(String text) {
        return TIMESTAMP.parse(text.replace(' ', 'T'));
    }

    private static Instant instant(String text) {
        TemporalAccessor time = timestamp(text);
        return time.isSupported(ChronoField.OFFSET_SECONDS)
                ? Instant.from(time)
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }
}
