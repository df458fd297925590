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

/** Compiled by SnippetsTest: what expressions can do. */
class FunctionSnippets {

    Object o;

    void texts() {
        o = AUTHOR.name.ilike("%guin%").or(AUTHOR.name.endsWith("x")).or(AUTHOR.name.containsIgnoreCase("é"));
        o = AUTHOR.name.replaceMatches("[aeiou]", "_").replace("_", "").substring(1, 3).position("q").gt(0);
        o = AUTHOR.name.hasWords("left hand darkness");
        o = nullIf(AUTHOR.nick, "").isDistinctFrom(AUTHOR.name);
    }

    void numbers() {
        o = BOOK.year.dividedBy(10).times(10).modulo(7).eq(3);
        o = BOOK.year.bitAnd(0xff).bitOr(1).bitXor(BOOK.year.bitNot()).shiftLeft(2).shiftRight(1);
        o = select(BOOK).orderBy(random().asc()).limit(1);
        o = tryCast(AUTHOR.nick).asNumber(INTEGER).gt(5).and(cast(BOOK.year).asText().like("19%"));
    }

    void times() {
        o = AUTHOR.createdAt.quarter().eq(4).and(AUTHOR.createdAt.week().le(53));
        o = AUTHOR.createdAt.dayOfWeek().eq(7).and(AUTHOR.createdAt.dayOfYear().gt(360));
    }

    void conditions(String name, List<Long> ids) {
        o = select(AUTHOR).where(AUTHOR.name.eqIf(name), AUTHOR.id.notIn(ids), never().or(always()));
        o = BOOK.meta.path("dims").hasKey("unit");
    }

    void aggregates() {
        o = select(countDistinct(BOOK.year), boolAnd(BOOK.year.gt(0)), boolOr(BOOK.price.isNull()));
        o = select(arrayAgg(BOOK.title, BOOK.year.desc()));
    }

    void windows() {
        var byYear = partitionBy(BOOK.authorId).orderBy(BOOK.year.asc());
        o = select(
                rank().over(byYear).plus(1),
                denseRank().over(byYear),
                percentRank().over(byYear),
                cumeDist().over(byYear),
                ntile(4).over(byYear),
                lead(BOOK.title).over(byYear).lower(),
                firstValue(BOOK.price).over(byYear).times(2),
                lastValue(BOOK.year).over(byYear.frame(rows(unboundedPreceding(), unboundedFollowing()))),
                nthValue(BOOK.title, 2).over(byYear));
        o = sum(BOOK.price).over(byYear.frame(groups(preceding(1), currentRow()).excludeGroup()));
        o = sum(BOOK.price).over(byYear.frame(rows(preceding(1), following(1)).excludeCurrentRow()));
    }
}
