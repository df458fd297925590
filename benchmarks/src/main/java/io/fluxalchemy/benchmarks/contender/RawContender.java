package io.fluxalchemy.benchmarks.contender;

import io.fluxalchemy.benchmarks.contender.PlainRows.BookTag;
import io.fluxalchemy.benchmarks.plain.PlainAuthor;
import io.fluxalchemy.benchmarks.plain.PlainBook;
import io.fluxalchemy.benchmarks.plain.PlainTag;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Written by hand on r2dbc-pool and r2dbc-postgresql as they come. The statements are good ones; nothing is tuned. */
class RawContender implements Contender<PlainAuthor, PlainBook> {

    static final String BOOK = "select id, author_id, title, isbn, price, published, pages from book";
    static final String AUTHOR = "select id, name, email, active, created_at, version from author";
    private static final String TAGS = "select l.book_id, t.id, t.name from book_tag l join tag t on t.id = l.tag_id"
            + " where l.book_id = any($1) order by l.book_id, t.id";
    static final String INSERT = "insert into book (author_id, title, isbn, price, published, pages)"
            + " select * from unnest($1::bigint[], $2::text[], $3::text[], $4::numeric[], $5::date[], $6::int[])"
            + " returning id";
    private static final String UPDATE = "update author a set name = n.name, version = a.version + 1"
            + " from unnest($1::bigint[], $2::int[], $3::text[]) n(id, version, name)"
            + " where a.id = n.id and a.version = n.version";

    private final ConnectionPool pool;
    private final int insertRows;

    RawContender(ConnectionFactoryOptions options, int connections, int insertRows) {
        this.pool = new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(options))
                .initialSize(connections)
                .maxSize(connections)
                .build());
        this.insertRows = insertRows;
    }

    static RawContender atDefaults(Target target) {
        return new RawContender(ConnectionFactoryOptions.parse(target.r2dbcUrl()), target.connections(), 1_000);
    }

    final <T> Mono<T> connected(Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(pool.create(), work, Connection::close);
    }

    final <T> Mono<T> transaction(Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(
                pool.create(),
                connection -> Mono.from(connection.beginTransaction()).then(work.apply(connection)),
                connection -> Mono.from(connection.commitTransaction()).then(Mono.from(connection.close())),
                (connection, error) ->
                        Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())),
                connection -> Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())));
    }

    final <T> Flux<T> connectedMany(Function<Connection, Flux<T>> work) {
        return Flux.usingWhen(pool.create(), work, Connection::close);
    }

    /** A transaction whose BEGIN travels with its first read. */
    final <F, T> Mono<T> beginning(Function<Connection, Mono<F>> read, BiFunction<Connection, F, Mono<T>> work) {
        return Mono.usingWhen(
                pool.create(),
                connection -> Flux.mergeSequential(
                                Mono.from(connection.beginTransaction()).then(Mono.empty()), read.apply(connection))
                        .single()
                        .flatMap(first -> work.apply(connection, first)),
                connection -> Mono.from(connection.commitTransaction()).then(Mono.from(connection.close())),
                (connection, error) ->
                        Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())),
                connection -> Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())));
    }

    static <T> Flux<T> rows(Statement statement, Function<Readable, T> reading) {
        return Flux.from(statement.execute()).concatMap(result -> result.map(reading));
    }

    static Mono<Long> written(Statement statement) {
        return Flux.from(statement.execute()).concatMap(Result::getRowsUpdated).reduce(0L, Long::sum);
    }

    @Override
    public Mono<PlainBook> find(long id) {
        return connected(c -> rows(c.createStatement(BOOK + " where id = $1").bind(0, id), RawContender::readBook)
                .singleOrEmpty());
    }

    @Override
    public Mono<List<PlainBook>> books(long first, long last) {
        return connected(c -> rows(
                        c.createStatement(BOOK + " where id between $1 and $2 order by id")
                                .bind(0, first)
                                .bind(1, last),
                        RawContender::readBook)
                .collectList());
    }

    @Override
    public Flux<PlainBook> allBooks() {
        return connectedMany(c -> rows(c.createStatement(BOOK), RawContender::readBook));
    }

    @Override
    public Mono<List<PlainAuthor>> authorsWithBooks(long first, long last) {
        return connected(c -> authors(c, first, last)
                .flatMap(authors -> books(c, authors).map(books -> PlainRows.withBooks(authors, books))));
    }

    @Override
    public Mono<List<PlainAuthor>> authorsWithTags(long first, long last) {
        return connected(c -> authors(c, first, last)
                .flatMap(authors -> books(c, authors)
                        .flatMap(books -> tags(c, books).map(tags -> PlainRows.withTags(books, tags)))
                        .map(books -> PlainRows.withBooks(authors, books))));
    }

    final Mono<List<PlainAuthor>> authors(Connection connection, long first, long last) {
        return rows(
                        connection
                                .createStatement(AUTHOR + " where id between $1 and $2 order by id")
                                .bind(0, first)
                                .bind(1, last),
                        RawContender::readAuthor)
                .collectList();
    }

    private static Mono<List<PlainBook>> books(Connection connection, List<PlainAuthor> authors) {
        Long[] ids = authors.stream().map(PlainRows::id).toArray(Long[]::new);
        return rows(
                        connection
                                .createStatement(BOOK + " where author_id = any($1) order by author_id, id")
                                .bind(0, ids),
                        RawContender::readBook)
                .collectList();
    }

    private static Mono<List<BookTag>> tags(Connection connection, List<PlainBook> books) {
        Long[] ids = books.stream().map(PlainRows::id).toArray(Long[]::new);
        return rows(connection.createStatement(TAGS).bind(0, ids), RawContender::readTag)
                .collectList();
    }

    @Override
    public Mono<List<Long>> insert(List<BookData> books) {
        List<List<BookData>> parts = new ArrayList<>();
        for (int from = 0; from < books.size(); from += insertRows) {
            parts.add(books.subList(from, Math.min(books.size(), from + insertRows)));
        }
        return transaction(
                c -> Flux.fromIterable(parts).concatMap(part -> insert(c, part)).collectList());
    }

    private static Flux<Long> insert(Connection connection, List<BookData> books) {
        int size = books.size();
        Long[] authors = new Long[size];
        String[] titles = new String[size];
        String[] isbns = new String[size];
        BigDecimal[] prices = new BigDecimal[size];
        LocalDate[] dates = new LocalDate[size];
        Integer[] pages = new Integer[size];
        for (int i = 0; i < size; i++) {
            BookData book = books.get(i);
            authors[i] = book.authorId();
            titles[i] = book.title();
            isbns[i] = book.isbn();
            prices[i] = book.price();
            dates[i] = book.published();
            pages[i] = book.pages();
        }
        Statement statement = connection
                .createStatement(INSERT)
                .bind(0, authors)
                .bind(1, titles)
                .bind(2, isbns)
                .bind(3, prices)
                .bind(4, dates)
                .bind(5, pages);
        return rows(statement, row -> number(row, 0));
    }

    @Override
    public Mono<Void> rename(long first, long last, String suffix) {
        return transaction(c -> authors(c, first, last).flatMap(authors -> {
                    authors.forEach(author -> author.name = "author " + author.id + suffix);
                    return store(c, authors);
                }))
                .then();
    }

    static Mono<Long> store(Connection connection, List<PlainAuthor> authors) {
        int size = authors.size();
        Long[] ids = new Long[size];
        Integer[] versions = new Integer[size];
        String[] names = new String[size];
        for (int i = 0; i < size; i++) {
            PlainAuthor author = authors.get(i);
            ids[i] = PlainRows.id(author);
            versions[i] = author.version;
            names[i] = author.name;
        }
        return written(connection
                        .createStatement(UPDATE)
                        .bind(0, ids)
                        .bind(1, versions)
                        .bind(2, names))
                .map(count -> {
                    if (count != size) {
                        throw new IllegalStateException("stale authors");
                    }
                    authors.forEach(author -> author.version++);
                    return count;
                });
    }

    @Override
    public Mono<Long> publish(long authorId, String name, BookData book) {
        return transaction(c -> rows(
                        c.createStatement(AUTHOR + " where id = $1").bind(0, authorId), RawContender::readAuthor)
                .single()
                .flatMap(author -> written(
                        c.createStatement("update author set name = $1, version = $2 where id = $3 and version = $4")
                                .bind(0, name)
                                .bind(1, author.version + 1)
                                .bind(2, authorId)
                                .bind(3, author.version)))
                .flatMap(count -> {
                    if (count != 1) {
                        return Mono.error(new IllegalStateException("stale author " + authorId));
                    }
                    return rows(
                                    c.createStatement(
                                                    "insert into book (author_id, title, isbn, price, published, pages)"
                                                            + " values ($1, $2, $3, $4, $5, $6) returning id")
                                            .bind(0, authorId)
                                            .bind(1, book.title())
                                            .bind(2, book.isbn())
                                            .bind(3, book.price())
                                            .bind(4, book.published())
                                            .bind(5, book.pages()),
                                    row -> number(row, 0))
                            .single();
                }));
    }

    static PlainBook readBook(Readable row) {
        return new PlainBook(
                number(row, 0),
                number(row, 1),
                text(row, 2),
                text(row, 3),
                Objects.requireNonNull(row.get(4, BigDecimal.class)),
                Objects.requireNonNull(row.get(5, LocalDate.class)),
                Objects.requireNonNull(row.get(6, Integer.class)));
    }

    static PlainAuthor readAuthor(Readable row) {
        return new PlainAuthor(
                number(row, 0),
                text(row, 1),
                text(row, 2),
                Objects.requireNonNull(row.get(3, Boolean.class)),
                Objects.requireNonNull(row.get(4, Instant.class)),
                Objects.requireNonNull(row.get(5, Integer.class)));
    }

    private static BookTag readTag(Readable row) {
        return new BookTag(number(row, 0), new PlainTag(number(row, 1), text(row, 2)));
    }

    static Long number(Readable row, int index) {
        return Objects.requireNonNull(row.get(index, Long.class));
    }

    static String text(Readable row, int index) {
        return Objects.requireNonNull(row.get(index, String.class));
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
