package io.fluxalchemy.benchmarks.contender;

import io.fluxalchemy.benchmarks.contender.PlainRows.BookTag;
import io.fluxalchemy.benchmarks.plain.PlainAuthor;
import io.fluxalchemy.benchmarks.plain.PlainBook;
import io.fluxalchemy.benchmarks.plain.PlainTag;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.domain.Sort;
import org.springframework.data.r2dbc.convert.MappingR2dbcConverter;
import org.springframework.data.r2dbc.convert.R2dbcCustomConversions;
import org.springframework.data.r2dbc.core.DefaultReactiveDataAccessStrategy;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.data.r2dbc.mapping.R2dbcMappingContext;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spring Data R2DBC by its template, which its repositories call. It has no relations and no batches of entities. */
final class SpringDataContender implements Contender<PlainAuthor, PlainBook> {

    private static final String TAGS = "select l.book_id, t.id, t.name from book_tag l join tag t on t.id = l.tag_id"
            + " where l.book_id = any(:books) order by l.book_id, t.id";

    private final ConnectionPool pool;
    private final DatabaseClient client;
    private final R2dbcEntityTemplate template;
    private final TransactionalOperator transaction;

    SpringDataContender(Target target) {
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(target.r2dbcUrl()))
                .initialSize(target.connections())
                .maxSize(target.connections())
                .build());
        client = DatabaseClient.create(pool);
        R2dbcCustomConversions conversions =
                R2dbcCustomConversions.of(PostgresDialect.INSTANCE, List.of(new ToInstant()));
        R2dbcMappingContext context = new R2dbcMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        template = new R2dbcEntityTemplate(
                client,
                new DefaultReactiveDataAccessStrategy(
                        PostgresDialect.INSTANCE, new MappingR2dbcConverter(context, conversions)));
        transaction = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    @ReadingConverter
    private static final class ToInstant implements Converter<OffsetDateTime, Instant> {
        @Override
        public Instant convert(OffsetDateTime source) {
            return source.toInstant();
        }
    }

    @Override
    public Mono<PlainBook> find(long id) {
        return template.selectOne(Query.query(Criteria.where("id").is(id)), PlainBook.class);
    }

    @Override
    public Mono<List<PlainBook>> books(long first, long last) {
        return template.select(between(first, last), PlainBook.class).collectList();
    }

    @Override
    public Flux<PlainBook> allBooks() {
        return template.select(Query.empty(), PlainBook.class);
    }

    @Override
    public Mono<List<PlainAuthor>> authorsWithBooks(long first, long last) {
        return template.select(between(first, last), PlainAuthor.class)
                .collectList()
                .flatMap(authors -> books(authors).map(books -> PlainRows.withBooks(authors, books)));
    }

    @Override
    public Mono<List<PlainAuthor>> authorsWithTags(long first, long last) {
        return template.select(between(first, last), PlainAuthor.class)
                .collectList()
                .flatMap(authors -> books(authors)
                        .flatMap(books -> tags(books).map(tags -> PlainRows.withTags(books, tags)))
                        .map(books -> PlainRows.withBooks(authors, books)));
    }

    private static Query between(long first, long last) {
        return Query.query(Criteria.where("id").between(first, last)).sort(Sort.by("id"));
    }

    private Mono<List<PlainBook>> books(List<PlainAuthor> authors) {
        List<Long> ids = authors.stream().map(PlainRows::id).toList();
        return template.select(
                        Query.query(Criteria.where("authorId").in(ids)).sort(Sort.by("authorId", "id")),
                        PlainBook.class)
                .collectList();
    }

    private Mono<List<BookTag>> tags(List<PlainBook> books) {
        return client.sql(TAGS)
                .bind("books", books.stream().map(PlainRows::id).toArray(Long[]::new))
                .map(row -> new BookTag(
                        RawContender.number(row, 0),
                        new PlainTag(RawContender.number(row, 1), RawContender.text(row, 2))))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Long>> insert(List<BookData> books) {
        return Flux.fromIterable(books)
                .concatMap(book -> template.insert(PlainRows.plain(book)))
                .map(PlainRows::id)
                .collectList()
                .as(transaction::transactional);
    }

    @Override
    public Mono<Void> rename(long first, long last, String suffix) {
        return template.select(between(first, last), PlainAuthor.class)
                .collectList()
                .flatMapIterable(authors -> authors)
                .concatMap(author -> {
                    author.name = "author " + author.id + suffix;
                    return template.update(author);
                })
                .then()
                .as(transaction::transactional);
    }

    @Override
    public Mono<Long> publish(long authorId, String name, BookData book) {
        return template.selectOne(Query.query(Criteria.where("id").is(authorId)), PlainAuthor.class)
                .flatMap(author -> {
                    author.name = name;
                    return template.update(author);
                })
                .flatMap(author -> {
                    PlainBook added = PlainRows.plain(book);
                    added.authorId = authorId;
                    return template.insert(added);
                })
                .map(PlainRows::id)
                .as(transaction::transactional);
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
