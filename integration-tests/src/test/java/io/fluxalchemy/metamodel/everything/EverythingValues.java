package io.fluxalchemy.metamodel.everything;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A value for every basic and embedded attribute. */
final class EverythingValues {

    private EverythingValues() {}

    static void fill(Everything e) {
        e.title("a title");
        e.isbnNumber = "isbn";
        e.story = "once".repeat(10_000);
        e.flag = true;
        e.maybe = false;
        e.small = 1;
        e.smallOrNull = 2;
        e.number = 3;
        e.numberOrNull = 4;
        e.big = 5;
        e.bigOrNull = 6L;
        e.real = 1.5f;
        e.realOrNull = 2.5f;
        e.precise = 3.5;
        e.preciseOrNull = 4.5;
        e.decimal = new BigDecimal("12345678901234567890.123");
        e.price = new BigDecimal("9.90");
        e.day = LocalDate.of(1500, 1, 1);
        e.time = LocalTime.of(12, 30, 15);
        e.local = LocalDateTime.of(2024, 2, 29, 23, 59, 59);
        e.madeAt = Instant.parse("2024-02-29T23:59:59.123456Z");
        e.offset = OffsetDateTime.of(2024, 2, 29, 23, 59, 59, 0, ZoneOffset.UTC);
        e.token = new UUID(1, 2);
        e.bytes = new byte[] {1, 0, 2};
        e.shade = Everything.Shade.DARK;
        e.ordinal = Everything.Shade.DARK;
        e.words = List.of("a", "b,c", "\"d\"");
        e.numbers = List.of(1, 2, 3);
        e.shades = List.of(Everything.Shade.DARK, Everything.Shade.LIGHT);
        e.money = new Money(new BigDecimal("7.25"));
        e.tags = Map.of("all", List.of("x"));
        e.home = new Place("Rome", 1);
        e.work = new Place("Paris", 2);
        e.point = new Point(1, 2, new Money(new BigDecimal("7.25")));
        e.model = "m";
        e.alias = "a";
        e.source = null;
    }
}
