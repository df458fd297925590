package io.fluxalchemy.metamodel.snippets;

import static io.fluxalchemy.mapping.load.Load.*;
import static io.fluxalchemy.metamodel.shop.Author_.AUTHOR;
import static io.fluxalchemy.metamodel.shop.Authors.AUTHORS;
import static io.fluxalchemy.metamodel.shop.Book_.BOOK;
import static io.fluxalchemy.metamodel.shop.Books.BOOKS;
import static io.fluxalchemy.metamodel.shop.Employee_.EMPLOYEE;
import static io.fluxalchemy.metamodel.shop.Manager_.MANAGER;
import static io.fluxalchemy.metamodel.shop.OrderLine_.ORDER_LINE;
import static io.fluxalchemy.metamodel.shop.Tag_.TAG;
import static io.fluxalchemy.sql.Sql.*;
import static io.fluxalchemy.type.Types.*;

import io.fluxalchemy.engine.*;
import io.fluxalchemy.mapping.model.*;
import io.fluxalchemy.mapping.session.*;
import io.fluxalchemy.metamodel.shop.*;
import io.fluxalchemy.sql.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import reactor.core.publisher.*;
import reactor.util.function.*;
import io.fluxalchemy.schema.*;
import io.fluxalchemy.type.*;

/** Compiled by SnippetsTest: columns of every type, and types of one's own. */
class TypeSnippets {

    Object o;

    enum Mood {
        GLAD,
        SAD
    }

    record Isbn(String digits) {}

    static final SqlType<Isbn> ISBN = converted(varchar(13), Isbn.class, Isbn::digits, Isbn::new);

    static final class Things extends Table<Things> {
        static final Things THINGS = new Things(Name.of("thing"));
        final ValueColumn<java.util.UUID> id = column("id", UUID, primaryKey(), onInsert(java.util.UUID::randomUUID));
        final ValueColumn<Mood> mood = column("mood", enumOf(Mood.class), defaultTo("'GLAD'"));
        final ValueColumn<Isbn> isbn = column("isbn", ISBN, unique());
        final TemporalColumn<Instant> seen = temporal("seen", TIMESTAMP, onWrite(Instant::now));
        final TemporalColumn<LocalDateTime> met = temporal("met", LOCAL_TIMESTAMP);
        final TemporalColumn<OffsetDateTime> sent = temporal("sent", OFFSET_TIMESTAMP, onUpdate(OffsetDateTime::now));
        final ValueColumn<List<Integer>> sizes = column("sizes", arrayOf(INTEGER));
        final ArrayColumn<List<String>, String> words = array("words", TEXT);
        final RangeColumn<Integer> span = range("span", INTEGER);
        final ValueColumn<Range<LocalDate>> days = column("days", rangeOf(DATE));
        final HstoreColumn facts = hstore("facts");
        final ValueColumn<Map<String, String>> more = column("more", HSTORE);
        final InetColumn host = inet("host");
        final ValueColumn<Inet> net = column("net", INET);
        final ValueColumn<Interval> took = column("took", INTERVAL);
        final ValueColumn<Bits> flags = column("flags", bit(8));
        final ValueColumn<Bits> mask = column("mask", varbit(64));
        final TextColumn code = text("code", wrapped(TEXT, Wrapping.of("upper({0})", "lower({0})").on("h2", "{0}", "{0}")));
        final TextColumn label = text("label", variant(TEXT, "mariadb", "varchar(40) character set ascii"));
        final ValueColumn<String> place = column("place", declared(TEXT, "point"));
        final JsonColumn<Map<String, Object>> meta = json("meta", Types.json(new GenericType<Map<String, Object>>() {}));

        private Things(Name name) {
            super(name, Things::new);
            commented("everything");
            uniqueTogether(mood, seen);
            index(Index.onExpression("lower(code)").named("by_code"));
        }
    }

    static final Things THINGS = Things.THINGS;

    void columns() {
        o = THINGS.span.containsAll(Range.closed(1, 5)).or(THINGS.span.isBefore(Range.closed(7, 9)));
        o = THINGS.facts.hasKey("size").and(THINGS.facts.containsAll(Map.of("size", "7")));
        o = THINGS.host.isWithin(Inet.parse("10.0.0.0/8"));
        o = THINGS.words.overlaps(List.of("a")).and(THINGS.isbn.eq(new Isbn("9780441478125")));
    }
}
