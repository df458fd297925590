package io.fluxalchemy.benchmarks.contender;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.fluxalchemy.benchmarks.plain.PlainAuthor;
import io.fluxalchemy.benchmarks.plain.PlainBook;
import io.fluxalchemy.benchmarks.plain.PlainTag;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row3;
import org.jooq.Row6;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** jOOQ on R2DBC: nested collections by MULTISET, rows written by many-row statements of 1,000. */
final class JooqContender implements Contender<PlainAuthor, PlainBook> {

    private static final int ROWS = 1_000;

    private static final Table<Record> AUTHOR = table(name("author"));
    private static final Field<Long> AUTHOR_ID = field(name("author", "id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("author", "name"), SQLDataType.CLOB);
    private static final Field<String> EMAIL = field(name("author", "email"), SQLDataType.CLOB);
    private static final Field<Boolean> ACTIVE = field(name("author", "active"), SQLDataType.BOOLEAN);
    private static final Field<Instant> CREATED = field(name("author", "created_at"), SQLDataType.INSTANT);
    private static final Field<Integer> VERSION = field(name("author", "version"), SQLDataType.INTEGER);

    private static final Table<Record> BOOK = table(name("book"));
    private static final Field<Long> ID = field(name("book", "id"), SQLDataType.BIGINT);
    private static final Field<Long> BOOK_AUTHOR = field(name("book", "author_id"), SQLDataType.BIGINT);
    private static final Field<String> TITLE = field(name("book", "title"), SQLDataType.CLOB);
    private static final Field<String> ISBN = field(name("book", "isbn"), SQLDataType.CLOB);
    private static final Field<BigDecimal> PRICE = field(name("book", "price"), SQLDataType.NUMERIC(10, 2));
    private static final Field<LocalDate> PUBLISHED = field(name("book", "published"), SQLDataType.LOCALDATE);
    private static final Field<Integer> PAGES = field(name("book", "pages"), SQLDataType.INTEGER);

    private static final Table<Record> TAG = table(name("tag"));
    private static final Field<Long> TAG_ID = field(name("tag", "id"), SQLDataType.BIGINT);
    private static final Field<String> TAG_NAME = field(name("tag", "name"), SQLDataType.CLOB);
    private static final Table<Record> LINK = table(name("book_tag"));
    private static final Field<Long> LINK_BOOK = field(name("book_tag", "book_id"), SQLDataType.BIGINT);
    private static final Field<Long> LINK_TAG = field(name("book_tag", "tag_id"), SQLDataType.BIGINT);

    private final ConnectionPool pool;
    private final DSLContext context;

    JooqContender(Target target) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(target.r2dbcUrl()))
                .initialSize(target.connections())
                .maxSize(target.connections())
                .build());
        context = DSL.using(pool, SQLDialect.POSTGRES);
    }

    private static PlainBook book(Record row) {
        return new PlainBook(
                row.get(ID),
                row.get(BOOK_AUTHOR),
                row.get(TITLE),
                row.get(ISBN),
                row.get(PRICE),
                row.get(PUBLISHED),
                row.get(PAGES));
    }

    private static PlainAuthor author(Record row) {
        return new PlainAuthor(
                row.get(AUTHOR_ID), row.get(NAME), row.get(EMAIL), row.get(ACTIVE), row.get(CREATED), row.get(VERSION));
    }

    private Flux<PlainBook> books(Condition condition) {
        return Flux.from(context.select(ID, BOOK_AUTHOR, TITLE, ISBN, PRICE, PUBLISHED, PAGES)
                        .from(BOOK)
                        .where(condition)
                        .orderBy(ID))
                .map(JooqContender::book);
    }

    @Override
    public Mono<PlainBook> find(long id) {
        return Mono.from(context.select(ID, BOOK_AUTHOR, TITLE, ISBN, PRICE, PUBLISHED, PAGES)
                        .from(BOOK)
                        .where(ID.eq(id)))
                .map(JooqContender::book);
    }

    @Override
    public Mono<List<PlainBook>> books(long first, long last) {
        return books(ID.between(first, last)).collectList();
    }

    @Override
    public Flux<PlainBook> allBooks() {
        return Flux.from(context.select(ID, BOOK_AUTHOR, TITLE, ISBN, PRICE, PUBLISHED, PAGES)
                        .from(BOOK))
                .map(JooqContender::book);
    }

    @Override
    public Mono<List<PlainAuthor>> authorsWithBooks(long first, long last) {
        Field<List<PlainBook>> books = multiset(select(ID, BOOK_AUTHOR, TITLE, ISBN, PRICE, PUBLISHED, PAGES)
                        .from(BOOK)
                        .where(BOOK_AUTHOR.eq(AUTHOR_ID))
                        .orderBy(ID))
                .convertFrom(rows -> rows.map(mapping(PlainBook::new)));
        return authors(books, first, last);
    }

    @Override
    public Mono<List<PlainAuthor>> authorsWithTags(long first, long last) {
        Field<List<PlainTag>> tags = multiset(select(TAG_ID, TAG_NAME)
                        .from(LINK)
                        .join(TAG)
                        .on(TAG_ID.eq(LINK_TAG))
                        .where(LINK_BOOK.eq(ID))
                        .orderBy(TAG_ID))
                .convertFrom(rows -> rows.map(mapping(PlainTag::new)));
        Field<List<PlainBook>> books = multiset(select(ID, BOOK_AUTHOR, TITLE, ISBN, PRICE, PUBLISHED, PAGES, tags)
                        .from(BOOK)
                        .where(BOOK_AUTHOR.eq(AUTHOR_ID))
                        .orderBy(ID))
                .convertFrom(rows -> rows.map(mapping(JooqContender::tagged)));
        return authors(books, first, last);
    }

    private static PlainBook tagged(
            Long id,
            Long author,
            String title,
            String isbn,
            BigDecimal price,
            LocalDate published,
            Integer pages,
            List<PlainTag> tags) {
        PlainBook book = new PlainBook(id, author, title, isbn, price, published, pages);
        book.tags.addAll(tags);
        return book;
    }

    private Mono<List<PlainAuthor>> authors(Field<List<PlainBook>> books, long first, long last) {
        return Flux.from(context.select(AUTHOR_ID, NAME, EMAIL, ACTIVE, CREATED, VERSION, books)
                        .from(AUTHOR)
                        .where(AUTHOR_ID.between(first, last))
                        .orderBy(AUTHOR_ID))
                .map(row -> {
                    PlainAuthor author = author(row);
                    author.books.addAll(row.get(books));
                    return author;
                })
                .collectList();
    }

    @Override
    public Mono<List<Long>> insert(List<BookData> books) {
        List<List<BookData>> parts = parts(books);
        return Flux.from(context.transactionPublisher(transaction -> Flux.fromIterable(parts)
                        .concatMap(part -> Flux.from(transaction
                                        .dsl()
                                        .insertInto(BOOK, BOOK_AUTHOR, TITLE, ISBN, PRICE, PUBLISHED, PAGES)
                                        .valuesOfRows(rows(part))
                                        .returning(ID))
                                .map(row -> row.get(ID)))))
                .collectList();
    }

    private static List<Row6<Long, String, String, BigDecimal, LocalDate, Integer>> rows(List<BookData> books) {
        return books.stream()
                .map(book -> DSL.row(
                        book.authorId(), book.title(), book.isbn(), book.price(), book.published(), book.pages()))
                .toList();
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ROWS) {
            parts.add(all.subList(from, Math.min(all.size(), from + ROWS)));
        }
        return parts;
    }

    @Override
    public Mono<Void> rename(long first, long last, String suffix) {
        return Flux.from(context.transactionPublisher(transaction -> Flux.from(transaction
                                .dsl()
                                .select(AUTHOR_ID, NAME, EMAIL, ACTIVE, CREATED, VERSION)
                                .from(AUTHOR)
                                .where(AUTHOR_ID.between(first, last))
                                .orderBy(AUTHOR_ID))
                        .map(JooqContender::author)
                        .collectList()
                        .flatMap(authors -> {
                            authors.forEach(author -> author.name = "author " + author.id + suffix);
                            return store(transaction.dsl(), authors);
                        })))
                .then();
    }

    private static Mono<Integer> store(DSLContext dsl, List<PlainAuthor> authors) {
        List<Row3<Long, Integer, String>> rows = authors.stream()
                .map(author -> DSL.row(author.id, author.version, author.name))
                .toList();
        @SuppressWarnings({"unchecked", "rawtypes"}) // jOOQ takes an array of a generic type
        Table<?> changed = DSL.values(rows.toArray(new Row3[0])).as("n", "id", "version", "name");
        return Mono.from(dsl.update(AUTHOR)
                        .set(field(name("name"), String.class), changed.field("name", String.class))
                        .set(field(name("version"), Integer.class), VERSION.plus(1))
                        .from(changed)
                        .where(AUTHOR_ID.eq(changed.field("id", Long.class)))
                        .and(VERSION.eq(changed.field("version", Integer.class))))
                .map(count -> {
                    if (count != authors.size()) {
                        throw new IllegalStateException("stale authors");
                    }
                    authors.forEach(author -> author.version++);
                    return count;
                });
    }

    @Override
    public Mono<Long> publish(long authorId, String name, BookData book) {
        // Mono.from would cancel after the value, before the commit
        return Flux.from(context.transactionPublisher(transaction -> Mono.from(transaction
                                .dsl()
                                .select(AUTHOR_ID, NAME, EMAIL, ACTIVE, CREATED, VERSION)
                                .from(AUTHOR)
                                .where(AUTHOR_ID.eq(authorId)))
                        .map(JooqContender::author)
                        .flatMap(author -> Mono.from(transaction
                                .dsl()
                                .update(AUTHOR)
                                .set(NAME, name)
                                .set(VERSION, author.version + 1)
                                .where(AUTHOR_ID.eq(authorId))
                                .and(VERSION.eq(author.version))))
                        .flatMap(count -> Mono.from(transaction
                                        .dsl()
                                        .insertInto(BOOK, BOOK_AUTHOR, TITLE, ISBN, PRICE, PUBLISHED, PAGES)
                                        .values(
                                                authorId,
                                                book.title(),
                                                book.isbn(),
                                                book.price(),
                                                book.published(),
                                                book.pages())
                                        .returning(ID))
                                .map(row -> row.get(ID)))))
                .single();
    }

    @Override
    public BookData book(PlainBook book) {
        return PlainRows.data(book);
    }

    @Override
    public AuthorData author(PlainAuthor author, boolean withTags) {
        return PlainRows.data(author);
    }

    @Override
    public void close() {
        pool.disposeLater().block();
    }
}
