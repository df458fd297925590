package io.fluxalchemy.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The quickstart of README runs as it is shown there. */
class QuickstartTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Test
    void runsFromStartToEnd() {
        StepVerifier.create(Quickstart.run(DATABASE.url())).verifyComplete();

        AsyncEngine engine = AsyncEngine.create(DATABASE.url());
        Library library = new Library(AsyncSessionFactory.of(engine, Author.class, Book.class));
        StepVerifier.create(library.shelves())
                .assertNext(shelves -> assertThat(shelves).containsExactly(new Library.Shelf("Ursula K. Le Guin", 2)))
                .verifyComplete();
        StepVerifier.create(library.rename(1, "The Word for World Is Forest")
                        .then(library.list("Ursula"))
                        .flatMapIterable(authors -> authors)
                        .flatMapIterable(Author::getBooks)
                        .map(Book::getTitle))
                .expectNext("The Lathe of Heaven", "The Word for World Is Forest")
                .verifyComplete();
        StepVerifier.create(library.list("Nobody").flatMapIterable(authors -> authors))
                .verifyComplete();
        StepVerifier.create(engine.close().then(Mono.empty())).verifyComplete();
    }
}
