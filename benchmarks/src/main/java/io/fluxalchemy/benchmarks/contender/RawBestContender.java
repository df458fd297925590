package io.fluxalchemy.benchmarks.contender;

import io.fluxalchemy.benchmarks.plain.PlainAuthor;
import io.fluxalchemy.benchmarks.plain.PlainBook;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Written by hand with what is known to make this driver fast: binary transfer, a fetch size where a statement has no values,
 * all rows of an insert in one statement, BEGIN on its way together with a first read, two writes in one statement.
 */
final class RawBestContender extends RawContender {

    private static final int ALL_ROWS = 100_000;
    private static final int ALL_INSERTS = 10_000;
    private static final String WRITES = "with changed as (update author set name = $1, version = version + 1"
            + " where id = $2 and version = $3 returning id)"
            + " insert into book (author_id, title, isbn, price, published, pages)"
            + " select id, $4, $5, $6, $7, $8 from changed returning id";

    private RawBestContender(ConnectionFactoryOptions options, int connections) {
        super(options, connections, ALL_INSERTS);
    }

    static RawBestContender open(Target target) {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(target.r2dbcUrl())
                .mutate()
                .option(Option.valueOf("forceBinary"), true)
                .build();
        return new RawBestContender(options, target.connections());
    }

    @Override
    public Flux<PlainBook> allBooks() {
        return connectedMany(c -> rows(c.createStatement(BOOK).fetchSize(ALL_ROWS), RawContender::readBook));
    }

    @Override
    public Mono<Void> rename(long first, long last, String suffix) {
        return beginning(c -> authors(c, first, last), (c, authors) -> {
                    authors.forEach(author -> author.name = "author " + author.id + suffix);
                    return store(c, authors);
                })
                .then();
    }

    @Override
    public Mono<Long> publish(long authorId, String name, BookData book) {
        return beginning(
                c -> rows(c.createStatement(AUTHOR + " where id = $1").bind(0, authorId), RawContender::readAuthor)
                        .single(),
                (c, author) -> publish(c, author, name, book));
    }

    private static Mono<Long> publish(Connection connection, PlainAuthor author, String name, BookData book) {
        return rows(
                        connection
                                .createStatement(WRITES)
                                .bind(0, name)
                                .bind(1, PlainRows.id(author))
                                .bind(2, author.version)
                                .bind(3, book.title())
                                .bind(4, book.isbn())
                                .bind(5, book.price())
                                .bind(6, book.published())
                                .bind(7, book.pages()),
                        row -> number(row, 0))
                .single();
    }
}
