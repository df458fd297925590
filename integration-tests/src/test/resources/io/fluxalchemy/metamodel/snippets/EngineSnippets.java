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
import io.fluxalchemy.schema.SchemaMap;

/** Compiled by SnippetsTest: how statements are run. */
class EngineSnippets {

    Object o;

    AsyncEngine engine;

    void connections() {
        var options = TransactionOptions.defaults()
                .isolation(io.fluxalchemy.dialect.Isolation.SERIALIZABLE)
                .readOnly()
                .schemas(SchemaMap.of("tenant", "tenant_7"));
        o = engine.transaction(options, c -> c.first(select(AUTHOR.name)).filter(name -> c.inTransaction()));
        o = engine.read(c -> c.in(SchemaMap.unnamed("archive")).one(select(count()).from(AUTHOR)));
        o = AsyncEngine.builder()
                .isolation(io.fluxalchemy.dialect.Isolation.READ_COMMITTED)
                .schemas(SchemaMap.unnamed("shop"))
                .transform(io.fluxalchemy.compiler.CartesianProducts.refused())
                .dialect(new io.fluxalchemy.dialect.AnsiDialect());
        o = engine.compiledStatements().hits();
    }

    void batches(AsyncConnection c, AsyncSession s, List<Author> authors) {
        var rows = insertInto(AUTHORS).rows(List.of("a", "b")).set(AUTHORS.name, name -> name).batch();
        o = c.write(rows).map(BatchResult::rows);
        o = c.copy(rows);
        o = c.write(new Batch.Update(AUTHORS, List.of(AUTHORS.id, AUTHORS.name), 1, List.of(new Object[][] {{1L, "x"}})));
        o = c.windows(select(AUTHOR.name), 500).doOnNext(List::size);
        o = sessions(s, authors);
    }

    static Mono<Long> sessions(AsyncSession s, List<Author> authors) {
        return s.copyAll(Flux.fromIterable(authors)).count();
    }

    void texts() {
        var printer = io.fluxalchemy.compiler.SqlPrinter.of(io.fluxalchemy.dialect.Dialects.byName("postgresql"));
        o = printer.sql(select(AUTHOR)) + printer.inlined(select(AUTHOR).where(AUTHOR.id.eq(7L))) + select(AUTHOR).toString();
        o = engine.all(select(AUTHOR.name, AUTHOR.id).map(row -> row.size() + row.get(0, String.class)));
    }
}
