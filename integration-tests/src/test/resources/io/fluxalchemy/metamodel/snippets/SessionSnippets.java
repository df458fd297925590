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

/** Compiled by SnippetsTest: entities, what is loaded with them, transactions. */
class SessionSnippets {
    AsyncEngine engine;
    AsyncSessionFactory sessions;
    AsyncSession s;

    // entities and loading
    Select<Author> s50() {
        return select(AUTHOR)
                .options(joined(AUTHOR.books).then(joined(BOOK.author), selectin(BOOK.tags)), raise(AUTHOR.books));
    }

    Select<Author> s51() {
        return select(AUTHOR)
                .options(selectin(AUTHOR.books)
                        .where(BOOK.year.gt(2000))
                        .orderBy(BOOK.year.desc())
                        .limit(3)
                        .then(selectin(BOOK.tags)));
    }

    Select<Author> s52(Book book, Tag tag) {
        return select(AUTHOR)
                .where(
                        AUTHOR.books.any(BOOK.title.like("%x%"), BOOK.tags.contains(tag)),
                        AUTHOR.books.contains(book).not());
    }

    Select<Book> s53(Author a) {
        return select(BOOK)
                .where(BOOK.author
                        .has(AUTHOR.name.eq("x"))
                        .or(BOOK.author.eq(a))
                        .or(BOOK.author.isNull()));
    }

    Select<Employee> s54() {
        return select(EMPLOYEE)
                .where(EMPLOYEE.isA(MANAGER), EMPLOYEE.treat(MANAGER).budget.gt(1000))
                .options(selectin(EMPLOYEE.boss), EMPLOYEE.whenIs(MANAGER, selectin(MANAGER.reports)));
    }

    Select<Manager> s55() {
        return select(MANAGER).options(selectin(EMPLOYEE.boss), selectin(MANAGER.reports));
    }

    Mono<List<Book>> s56(Author a) {
        return s.load(a, AUTHOR.books);
    }

    Mono<Author> s57(Book b, Manager m) {
        return s.load(m, EMPLOYEE.boss).then(s.load(b, BOOK.author));
    }

    Flux<Author> s58() {
        return sessions.readMany(s -> s.stream(select(AUTHOR).options(selectin(AUTHOR.books))));
    }
    // transactions
    Mono<Long> s59(Author a) {
        return sessions.transaction(
                TransactionOptions.serializable().timeout(Duration.ofSeconds(3)).retry(3),
                s -> s.nested(sp -> sp.persist(a))
                        .onErrorResume(e -> Mono.empty())
                        .then(s.execute(update(AUTHOR).set(AUTHOR.active, true).where(AUTHOR.id.eq(1)))));
    }

    Mono<Author> s60(Author a) {
        return sessions.transaction(s -> {
            s.add(a);
            s.addAll(List.of(new Book("x")));
            s.delete(a);
            return s.flush().thenReturn(a);
        });
    }

    Mono<Void> s61(Author a) {
        return sessions.requiresNew(s -> s.refresh(a).then());
    }

    Flux<Author> s62(Flux<Author> in) {
        return sessions.transactionMany(s -> s.insertAll(in));
    }

    static final class AuthorRepository {
        private final AsyncSessionFactory sessions;

        AuthorRepository(AsyncSessionFactory f) {
            sessions = f;
        }

        Mono<Author> byName(String n) {
            return sessions.read(s -> s.oneOrEmpty(select(AUTHOR).where(AUTHOR.name.eq(n))));
        }

        Mono<Boolean> exists(String n) {
            return sessions.read(s -> s.exists(select(AUTHOR).where(AUTHOR.name.eq(n))));
        }

        Mono<Author> register(String n) {
            return sessions.transaction(s ->
                    byName(n).switchIfEmpty(Mono.defer(() -> s.persist(new Author(n, List.of())))));
        }
    }

    static final class Service {
        final AuthorRepository r;
        final AsyncSessionFactory sessions;

        Service(AuthorRepository r, AsyncSessionFactory f) {
            this.r = r;
            sessions = f;
        }

        Mono<List<Author>> two() {
            return sessions.transaction(s -> r.register("a").zipWith(r.register("b"), List::of));
        }
    } // one transaction
}
