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

/** Compiled by SnippetsTest: what writes rows. */
class WritingSnippets {
    AsyncEngine engine;
    AsyncSessionFactory sessions;
    AsyncSession s;

    record Two(String name, Long books) {}

    // insert, upsert, update, delete
    Mono<Long> s35(List<Two> rows) {
        return engine.execute(insertInto(AUTHORS)
                .rows(rows)
                .set(AUTHORS.name, Two::name)
                .set(AUTHORS.born, r -> r.books().intValue()));
    }

    Flux<Long> s36(List<Two> rows) {
        return engine.stream(
                insertInto(AUTHORS).rows(rows).set(AUTHORS.name, Two::name).returning(AUTHORS.id));
    }

    Mono<Long> s37() {
        return engine.execute(insertInto(AUTHORS)
                .set(AUTHORS.email, "a@b")
                .set(AUTHORS.name, "x")
                .onConflict(AUTHORS.email)
                .doUpdate(AUTHORS.name, excluded(AUTHORS.name).upper())
                .doUpdate(AUTHORS.born, AUTHORS.born.plus(1))
                .where(AUTHORS.born.isNull()));
    }

    Mono<SqlRow> s38() {
        return engine.one(insertInto(AUTHORS)
                .set(AUTHORS.name, lower(AUTHORS.email))
                .setNull(AUTHORS.email)
                .returning(AUTHORS.id, AUTHORS.name));
    }

    Mono<Long> s39() {
        return engine.execute(update(BOOK)
                .set(BOOK.price, BOOK.price.times(new BigDecimal("1.1")))
                .from(AUTHOR)
                .where(BOOK.author.is(AUTHOR), AUTHOR.active));
    }

    Mono<Long> s40() {
        return engine.execute(deleteFrom(BOOK).using(AUTHOR).where(BOOK.author.is(AUTHOR), AUTHOR.active.not()));
    }

    Mono<Long> s41(String nick) {
        return engine.execute(update(AUTHOR)
                .set(AUTHOR.status, Author.Status.KNOWN)
                .setIf(AUTHOR.nick, nick)
                .set(AUTHOR.createdAt, now().minus(Duration.ofDays(1)))
                .everyRow());
    }

    Mono<Long> s42() {
        return engine.execute(
                insertInto(AUTHORS).select(select(AUTHOR.name, AUTHOR.nick).from(AUTHOR), AUTHORS.name, AUTHORS.email));
    }
}
