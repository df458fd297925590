package io.fluxalchemy.metamodel.snippets;

import static io.fluxalchemy.mapping.load.Load.*;
import static io.fluxalchemy.metamodel.shop.Author_.AUTHOR;
import static io.fluxalchemy.metamodel.shop.Book_.BOOK;
import static io.fluxalchemy.sql.Sql.*;
import static io.fluxalchemy.type.Types.*;

import io.fluxalchemy.engine.*;
import io.fluxalchemy.mapping.model.*;
import io.fluxalchemy.mapping.session.*;
import io.fluxalchemy.metamodel.shop.*;
import io.fluxalchemy.sql.*;
import java.time.*;
import java.util.*;
import reactor.core.publisher.*;
import reactor.util.function.*;

/** Compiled by SnippetsTest. */
class GenericSnippets {
    AsyncSessionFactory f;

    Select<SqlRow> m13() {
        return select(
                        BOOK.id, BOOK.id, BOOK.id, BOOK.id, BOOK.id, BOOK.id, BOOK.id, BOOK.id, BOOK.id, BOOK.id,
                        BOOK.id, BOOK.id, BOOK.id)
                .from(BOOK);
    }

    Mono<Author> cond(boolean c) {
        return f.read(s -> c ? s.get(AUTHOR, 1L) : Mono.empty());
    }

    Mono<Author> block(boolean c) {
        return f.transaction(s -> {
            if (c) return Mono.empty();
            Author a = s.add(new Author());
            return Mono.just(a);
        });
    }

    Select<SqlRow> tern(boolean c) {
        return (c ? select(AUTHOR.name, BOOK.title) : select(List.of(AUTHOR.name))).from(AUTHOR);
    }

    Mono<Void> none() {
        return f.transaction(s -> s.flush());
    }

    Mono<Author> methodRef() {
        return f.transaction(this::work);
    }

    Mono<Author> work(AsyncSession s) {
        return s.one(select(AUTHOR));
    }

    Mono<Void> loop(List<Long> ids) {
        return f.transaction(s -> Flux.fromIterable(ids)
                .flatMap(id -> s.get(BOOK, id))
                .flatMap(b -> s.load(b, BOOK.author))
                .then());
    }

    static <T extends Comparable<T>> Condition range(Expression<T> e, T lo, T hi) {
        return ifPresent(lo, e::ge).and(ifPresent(hi, e::le));
    }

    Condition use() {
        return range(BOOK.price, null, java.math.BigDecimal.TEN)
                .and(ifPresent("x", AUTHOR.name::startsWith))
                .and(ifPresent("y", BOOK.title.lower()::like));
    }

    abstract static class Repo<E, K> {
        final EntityTable<E, K> t;
        final AsyncSessionFactory f;

        Repo(EntityTable<E, K> t, AsyncSessionFactory f) {
            this.t = t;
            this.f = f;
        }

        Mono<E> find(K id) {
            return f.read(s -> s.get(t, id));
        }

        Mono<Page<E>> page(Select<E> q, String c) {
            return f.read(s -> s.page(q.after(c).limit(20)));
        }
    }

    static class Authors2 extends Repo<Author, Long> {
        Authors2(AsyncSessionFactory f) {
            super(AUTHOR, f);
        }
    }

    Select<Author> two() {
        Author_ a = AUTHOR.as("a"), b = AUTHOR.as("b");
        return select(a).where(exists(select(b).where(b.name.eq(a.name), b.id.ne(a.id))));
    }

    Select<Long> agg() {
        return select(sum(BOOK.year)).map(Integer::longValue);
    }
}
