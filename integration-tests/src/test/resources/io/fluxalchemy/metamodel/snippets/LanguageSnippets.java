package io.fluxalchemy.metamodel.snippets;

import static io.fluxalchemy.metamodel.shop.Author_.AUTHOR;
import static io.fluxalchemy.metamodel.shop.Authors.AUTHORS;
import static io.fluxalchemy.metamodel.shop.Book_.BOOK;
import static io.fluxalchemy.sql.Sql.*;
import static io.fluxalchemy.type.Types.*;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.metamodel.shop.*;
import io.fluxalchemy.sql.*;
import java.math.BigDecimal;
import java.util.List;

/** Compiled by SnippetsTest: what the language says beyond everyday queries. */
class LanguageSnippets {

    record Line(Long id, BigDecimal price) {}

    record Newest(String author, String title) {}

    record Shelf(String name, List<String> titles) {}

    Object o;

    void all(AsyncEngine engine, List<Line> lines) {
        var newest = select(BOOK.title, BOOK.year)
                .from(BOOK)
                .where(BOOK.authorId.eq(AUTHOR.id))
                .orderBy(BOOK.year.desc())
                .limit(1)
                .lateral("newest");
        o = select(AUTHOR.name, newest.column(BOOK.title)).into(Newest::new).from(AUTHOR).leftJoin(newest, always());
        var price = values("line", lines).set(BOOK.id, Line::id).set(BOOK.price, Line::price);
        o = update(BOOK)
                .set(BOOK.price, price.column(BOOK.price).times(new BigDecimal("1.1")))
                .from(price)
                .where(BOOK.id.eq(price.column(BOOK.id)));
        o = select(BOOK.title, unnest(BOOK.keywords, TEXT).as("k").value())
                .from(BOOK)
                .crossJoin(unnest(BOOK.keywords, TEXT).as("k"));
        o = select(series(1, 12).as("month").value().plus(1)).from(series(1, 12).as("month"));
        o = select(AUTHOR.name, list(select(BOOK.title).from(BOOK).where(BOOK.author.is(AUTHOR)).limit(3)))
                .into(Shelf::new)
                .from(AUTHOR);
        o = select(BOOK.authorId, BOOK.title).distinctOn(BOOK.authorId).orderBy(BOOK.authorId.asc(), BOOK.year.desc());
        o = select(BOOK.authorId, BOOK.year, count(), grouping(BOOK.year)).groupBy(rollup(BOOK.authorId, BOOK.year));
        o = select(count()).from(BOOK).groupBy(groupingSets(List.of(BOOK.year), List.of()));
        o = select(text(stringAgg(BOOK.title, ", ", BOOK.title.asc()).filterWhere(BOOK.year.gt(1999))).upper());
        o = select(percentileCont(0.5, BOOK.price).times(2), percentileDisc(0.9, BOOK.year).plus(1), text(mode(BOOK.title)).lower());
        o = select(sum(BOOK.price)
                .over(partitionBy(BOOK.authorId)
                        .orderBy(BOOK.year.asc())
                        .frame(range(preceding(10), following(new BigDecimal("0.5"))).excludeTies())));
        o = select(BOOK).where(BOOK.price.ge(allOf(select(BOOK.as("other").price))), BOOK.year.eq(anyOf(select(BOOK.year))));
        o = select(BOOK).where(BOOK.title.matches("^The ").or(BOOK.title.matchesIgnoreCase("ring$")).not());
        o = select(BOOK).orderBy(BOOK.title.collate("de-x-icu").asc()).limitWithTies(10);
        o = select(BOOK).from(BOOK).join(BOOK.author).forUpdate(BOOK).skipLocked();
        o = select(BOOK).comment("nightly report").prefix("mariadb", "sql_no_cache");
        var gone = cte("gone", deleteFrom(BOOK).where(BOOK.year.lt(1900)).returning(BOOK.id, BOOK.title));
        o = engine.all(select(gone.column(BOOK.title).length()).from(gone));
        o = select(AUTHOR.name).intersectAll(select(AUTHOR.name).where(AUTHOR.active));
        o = engine.execute(insertInto(AUTHORS).set(AUTHORS.email, "a@b").set(AUTHORS.name, "x").upsert(AUTHORS.email));
        var other = BOOK.as("other");
        o = select(BOOK).where(BOOK.price.gt(scalar(select(max(other.price)).from(other).where(other.authorId.eq(BOOK.authorId)).correlate(BOOK))));
        o = select(AUTHOR.name).from(AUTHOR).where(exists(select(BOOK.id, AUTHOR.id).correlateExcept(BOOK).where(BOOK.author.is(AUTHOR))));
        o = select(AUTHOR).transform(TableFilter.of(AUTHOR, Author_::as, author -> author.active));
    }
}
