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
import io.fluxalchemy.sql.tree.*;

/** Compiled by SnippetsTest: clauses that not every query has. */
class ClauseSnippets {

    Object o;

    /** A clause of one's own. */
    enum Qualify implements Construct {
        QUALIFY;

        @Override
        public String template(String dialect) {
            return dialect.equals("h2") ? "qualify {0}" : null;
        }
    }

    void joins() {
        var other = BOOK.as("other");
        o = select(AUTHOR.name, BOOK.title).from(AUTHOR).rightJoin(AUTHOR.books);
        o = select(AUTHOR.name, BOOK.title).from(AUTHOR).fullJoin(BOOK, BOOK.author.is(AUTHOR));
        o = select(BOOK.title, other.title).from(BOOK).crossJoin(other);
        o = select(BOOK.title).from(sample(BOOK, 10));
        o = select(unnest(BOOK.keywords, TEXT).as("k").withOrdinality().ordinality()).from(BOOK);
    }

    void sets() {
        var names = select(AUTHOR.name);
        o = names.unionAll(names).offset(10).limit(5);
        o = names.intersect(names).except(names).exceptAll(names);
        o = select(count()).from(BOOK).groupBy(cube(BOOK.authorId, BOOK.year));
        o = names.orderBy(AUTHOR.nick.asc().nullsFirst()).limitPercent(2.5);
        var once = cte("once", names);
        o = select(once.column(AUTHOR.name)).from(once.materialized());
        o = select(once.column(AUTHOR.name)).from(once.notMaterialized());
    }

    void locks() {
        o = select(AUTHOR).forUpdate().noWait();
        o = select(AUTHOR).forShare(AUTHOR);
        o = select(AUTHOR).forNoKeyUpdate();
        o = select(AUTHOR).forKeyShare();
    }

    void remarks() {
        o = select(AUTHOR).suffix("oracle", "/* x */").fetchSize(500).maxRows(10_000);
        o = update(AUTHOR).set(AUTHOR.active, false).everyRow().comment("nightly").suffix("h2", "/* x */");
        o = select(BOOK.title).clause(Place.AFTER_GROUPS, Qualify.QUALIFY, BOOK.year.gt(2000));
        o = select(construct(Qualify.QUALIFY, BOOK.year).asCondition());
        o = select(BOOK.title).withSelection(select(count()).selection());
    }
}
