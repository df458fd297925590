package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * The text form of a position in an order: a fingerprint of the order, then each value with its length, in Base64. It comes
 * back from outside, so whatever is not exactly what {@link #encode} makes for this order is refused, and nothing of it is shown.
 */
final class CursorText {

    private static final int LONGEST = 16_384;
    private static final int LONGEST_NUMBER = 400;

    private static final Map<Class<?>, Function<String, Object>> DECODERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(Float.class, Float::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(BigDecimal.class, CursorText::decimal),
            Map.entry(Boolean.class, Boolean::valueOf),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(UUID.class, UUID::fromString));

    private CursorText() {}

    static void requireCodable(Expression<?> expression) {
        Storage storage = expression.type().storage();
        if (storage == Storage.Simple.JSON || !DECODERS.containsKey(storage.canonicalClass())) {
            throw new StatementException("orderBy(" + expression.describe() + "): a page cannot go on from a "
                    + expression.type().name() + "; order by text, numbers, dates, times or ids");
        }
    }

    static String encode(List<Order> orders, List<Object> position) {
        StringBuilder text = new StringBuilder(fingerprint(orders));
        for (int i = 0; i < position.size(); i++) {
            String value = text(stored(orders.get(i).expression().type(), position.get(i)));
            text.append(value.length()).append(':').append(value);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The values of a position, in the order's own types. */
    static List<Object> decode(List<Order> orders, String cursor) {
        try {
            List<Object> position = parse(orders, cursor);
            if (encode(orders, position).equals(cursor)) {
                return position;
            }
        } catch (RuntimeException malformed) {
            throw foreign(orders); // its message may quote what came from outside
        }
        throw foreign(orders);
    }

    private static List<Object> parse(List<Order> orders, String cursor) {
        if (cursor.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String fingerprint = fingerprint(orders);
        if (!text.startsWith(fingerprint)) {
            throw new IllegalArgumentException("of another order");
        }
        List<Object> position = new ArrayList<>(orders.size());
        int at = fingerprint.length();
        for (Order order : orders) {
            int colon = text.indexOf(':', at);
            int end = Math.addExact(colon + 1, Integer.parseInt(text.substring(at, colon)));
            position.add(value(order.expression().type(), text.substring(colon + 1, end)));
            at = end;
        }
        if (at != text.length()) {
            throw new IllegalArgumentException("too many values");
        }
        return position;
    }

    private static <T> Object value(SqlType<T> type, String text) {
        Function<String, Object> decoder = DECODERS.get(type.storage().canonicalClass());
        if (decoder == null) {
            throw new IllegalArgumentException("no text form");
        }
        return type.fromStorage(decoder.apply(text));
    }

    @SuppressWarnings("unchecked") // the value was read by this type
    private static <T> Object stored(SqlType<T> type, Object value) {
        return type.toStorage((T) value);
    }

    private static String text(Object stored) {
        return stored instanceof BigDecimal decimal ? decimal.toPlainString() : stored.toString();
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > LONGEST_NUMBER || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new IllegalArgumentException("not a plain number");
        }
        return new BigDecimal(text);
    }

    private static String fingerprint(List<Order> orders) {
        CRC32 crc = new CRC32();
        for (Order order : orders) {
            String item = order.expression().describe() + " "
                    + order.expression().type().name() + (order.ascending() ? " asc;" : " desc;");
            crc.update(item.getBytes(StandardCharsets.UTF_8));
        }
        return "1." + Long.toHexString(crc.getValue()) + ".";
    }

    private static StatementException foreign(List<Order> orders) {
        StringBuilder names = new StringBuilder();
        orders.forEach(order -> names.append(names.length() == 0 ? "" : ", ")
                .append(order.expression().describe())
                .append(order.ascending() ? " asc" : " desc"));
        return new StatementException("after(cursor): the cursor was not made by a page of a query ordered by " + names
                + "; pass on the one that page gave, unchanged, or null for the first page");
    }
}
