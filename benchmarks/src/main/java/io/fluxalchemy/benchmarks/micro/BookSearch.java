package io.fluxalchemy.benchmarks.micro;

import static io.fluxalchemy.benchmarks.model.AuthorTable.AUTHOR;
import static io.fluxalchemy.benchmarks.model.BookTable.BOOK;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.Sql;
import io.fluxalchemy.sql.SqlRow;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One search for books, as an application builds it for each request, in both languages. */
record BookSearch(String title, BigDecimal most, int pages, long offset) {

    private static final Table<Record> BOOKS = table(name("book"));
    private static final Table<Record> AUTHORS = table(name("author"));
    private static final Field<Long> ID = field(name("book", "id"), SQLDataType.BIGINT);
    private static final Field<String> TITLE = field(name("book", "title"), SQLDataType.CLOB);
    private static final Field<BigDecimal> PRICE = field(name("book", "price"), SQLDataType.NUMERIC(10, 2));
    private static final Field<Integer> PAGES = field(name("book", "pages"), SQLDataType.INTEGER);
    private static final Field<Long> BOOK_AUTHOR = field(name("book", "author_id"), SQLDataType.BIGINT);
    private static final Field<Long> AUTHOR_ID = field(name("author", "id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("author", "name"), SQLDataType.CLOB);
    private static final Field<Boolean> ACTIVE = field(name("author", "active"), SQLDataType.BOOLEAN);

    Select<SqlRow> fluxAlchemy() {
        return Sql.select(BOOK.id, BOOK.title, BOOK.price, AUTHOR.name)
                .from(BOOK)
                .join(AUTHOR, BOOK.authorId.eq(AUTHOR.id))
                .where(BOOK.title.like(title), BOOK.price.le(most), BOOK.pages.ge(pages), AUTHOR.active.eq(true))
                .orderBy(BOOK.title.asc(), BOOK.id.asc())
                .limit(20)
                .offset(offset);
    }

    org.jooq.Select<?> jooq(DSLContext context) {
        return context.select(ID, TITLE, PRICE, NAME)
                .from(BOOKS)
                .join(AUTHORS)
                .on(BOOK_AUTHOR.eq(AUTHOR_ID))
                .where(TITLE.like(title, '\\'), PRICE.le(most), PAGES.ge(pages), ACTIVE.eq(DSL.val(true)))
                .orderBy(TITLE.asc(), ID.asc())
                .limit(20)
                .offset(offset);
    }
}
