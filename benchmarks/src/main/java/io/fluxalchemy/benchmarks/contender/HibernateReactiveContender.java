package io.fluxalchemy.benchmarks.contender;

import io.fluxalchemy.benchmarks.model.Author;
import io.fluxalchemy.benchmarks.model.Book;
import io.fluxalchemy.benchmarks.model.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hibernate Reactive on Vert.x' client, with the entities that FluxAlchemy has; batches are on. It reads no stream. */
final class HibernateReactiveContender implements Contender<Author, Book> {

    private static final String BATCH = "100";

    private final SessionFactory factory;
    private final Stage.SessionFactory sessions;

    HibernateReactiveContender(Target target) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Author.class)
                .addAnnotatedClass(Book.class)
                .addAnnotatedClass(Tag.class)
                .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .setProperty(
                        AvailableSettings.JAKARTA_JDBC_URL,
                        "postgresql://" + target.host() + ":" + target.port() + "/" + target.database())
                .setProperty(AvailableSettings.JAKARTA_JDBC_USER, target.user())
                .setProperty(AvailableSettings.JAKARTA_JDBC_PASSWORD, "unused")
                .setProperty(AvailableSettings.POOL_SIZE, Integer.toString(target.connections()))
                .setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH)
                .setProperty(AvailableSettings.ORDER_UPDATES, "true");
        factory = configuration.buildSessionFactory(new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .build());
        sessions = factory.unwrap(Stage.SessionFactory.class);
    }

    private <T> Mono<T> reading(Function<Stage.Session, CompletionStage<T>> work) {
        return Mono.fromCompletionStage(() -> sessions.withSession(session -> {
            session.setDefaultReadOnly(true);
            return work.apply(session);
        }));
    }

    private <T> Mono<T> transaction(Function<Stage.Session, CompletionStage<T>> work) {
        return Mono.fromCompletionStage(() -> sessions.withTransaction(work));
    }

    @Override
    public Mono<Book> find(long id) {
        return reading(session -> session.find(Book.class, id));
    }

    @Override
    public Mono<List<Book>> books(long first, long last) {
        return reading(session -> session.createSelectionQuery(
                        "from Book where id between :first and :last order by id", Book.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList());
    }

    @Override
    public Flux<Book> allBooks() {
        return Mono.fromCompletionStage(() -> sessions.withStatelessSession(session ->
                        session.createSelectionQuery("from Book", Book.class).getResultList()))
                .flatMapIterable(books -> books);
    }

    @Override
    public Mono<List<Author>> authorsWithBooks(long first, long last) {
        return reading(session -> authors(session, first, last));
    }

    @Override
    public Mono<List<Author>> authorsWithTags(long first, long last) {
        return reading(session -> authors(session, first, last)
                .thenCompose(authors -> session.createSelectionQuery(
                                "from Book b left join fetch b.tags where b.author.id between :first and :last",
                                Book.class)
                        .setParameter("first", first)
                        .setParameter("last", last)
                        .getResultList()
                        .thenApply(books -> authors)));
    }

    private static CompletionStage<List<Author>> authors(Stage.Session session, long first, long last) {
        return session.createSelectionQuery(
                        "from Author a left join fetch a.books where a.id between :first and :last order by a.id",
                        Author.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    @Override
    public Mono<List<Long>> insert(List<BookData> books) {
        return transaction(session -> {
            List<Book> added = new ArrayList<>(books.size());
            for (BookData book : books) {
                added.add(entity(session.getReference(Author.class, book.authorId()), book));
            }
            return session.persist(added.toArray())
                    .thenCompose(done -> session.flush())
                    .thenApply(done -> added.stream().map(Book::getId).toList());
        });
    }

    @Override
    public Mono<Void> rename(long first, long last, String suffix) {
        return transaction(session -> session.createSelectionQuery(
                                "from Author where id between :first and :last order by id", Author.class)
                        .setParameter("first", first)
                        .setParameter("last", last)
                        .getResultList()
                        .thenAccept(authors ->
                                authors.forEach(author -> author.setName("author " + author.getId() + suffix))))
                .then();
    }

    @Override
    public Mono<Long> publish(long authorId, String name, BookData book) {
        return transaction(session -> session.find(Author.class, authorId).thenCompose(author -> {
                    author.setName(name);
                    Book added = entity(author, book);
                    return session.persist(added).thenApply(done -> added);
                }))
                .map(Book::getId);
    }

    private static Book entity(Author author, BookData book) {
        return new Book(author, book.title(), book.isbn(), book.price(), book.published(), book.pages());
    }

    @Override
    public BookData book(Book book) {
        return Entities.data(book);
    }

    @Override
    public AuthorData author(Author author, boolean withTags) {
        return Entities.data(author, withTags);
    }

    @Override
    public void close() {
        factory.close();
    }
}
