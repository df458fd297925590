package io.fluxalchemy.session;

import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.mapping.session.AsyncSession;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.engine.TestEngine;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a strict session finds that another one would lose in silence. */
class StrictSessionIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.fluxalchemy.Session");

    private static LibraryDatabase library;
    private static AsyncSessionFactory strict;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void open() {
        library = new LibraryDatabase(DATABASE, 2).create();
        strict = library.sessions.strict();
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @BeforeEach
    void store() {
        library.clear();
        library.await(library.sessions.transaction(s -> s.persist(new Author("Le Guin", "a", "b"))));
        log.start();
        LOGGER.addAppender(log);
    }

    @AfterEach
    void forget() {
        LOGGER.detachAppender(log);
    }

    private List<String> reports() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Mono<Author> author(AsyncSession session) {
        return session.one(select(AUTHOR).options(selectin(AUTHOR.books)));
    }

    @Test
    void aChangeToAnEntityOfAReadScopeFailsTheScopeAndNamesIt() {
        assertThatThrownBy(() -> library.await(strict.read(s -> author(s).doOnNext(found -> found.setName("lost")))))
                .isInstanceOf(WriteRefusedException.class)
                .hasMessageContaining("update author (name")
                .hasMessageContaining("Author#")
                .hasMessageContaining("sessions.transaction(…)")
                .message()
                .doesNotContain("lost");
        assertThatThrownBy(() -> library.await(strict.readMany(
                        s -> author(s).doOnNext(found -> found.getBooks().remove(0)))))
                .isInstanceOf(WriteRefusedException.class)
                .hasMessageContaining("book");
        assertThatThrownBy(() -> library.await(strict.read(s -> author(s).doOnNext(found -> found.setName(null)))))
                .isInstanceOf(WriteRefusedException.class)
                .hasMessageContaining("Author.name is null");
    }

    @Test
    void aReadScopeThatChangesNothingIsLeftAlone() {
        Author found = library.await(strict.read(
                s -> Mono.zip(author(s), s.count(select(AUTHOR))).map(both -> {
                    both.getT1().setName("Le Guin");
                    return both.getT1();
                })));
        assertThat(found.getBooks()).extracting(Book::getTitle).containsExactly("a", "b");
        assertThat(reports()).isEmpty();
    }

    @Test
    void withoutItAReadScopeTakesNoSnapshotsAndLooksForNothing() {
        Author found =
                library.await(library.sessions.read(s -> author(s).doOnNext(each -> each.setName("kept in memory"))));
        assertThat(found.getName()).isEqualTo("kept in memory");
        library.await(library.sessions.transaction(s -> {
            Mono<Long> forgotten = s.count(select(AUTHOR));
            assertThat(forgotten).isNotNull();
            return Mono.just(1);
        }));
        assertThat(reports()).isEmpty();
    }

    @Test
    void anOperationNobodySubscribedToIsReportedWithVerbAndPlace() {
        library.await(strict.transaction(s -> {
            Mono<Author> forgotten = s.persist(new Author("never"));
            assertThat(forgotten).isNotNull();
            return author(s);
        }));
        assertThat(reports())
                .singleElement()
                .asString()
                .contains("session.persist(…) was assembled at " + StrictSessionIT.class.getName())
                .contains("StrictSessionIT.java:")
                .contains("never subscribed");
        assertThat(library.await(library.engine.one(select(count(AUTHOR.id))))).isEqualTo(1);
    }

    @Test
    void whatIsSubscribedLaterInAJoinedBlockOrUnderASavepointIsNotReported() {
        library.await(strict.transaction(s -> Mono.zip(
                        s.nested(n -> n.persist(new Author("nested"))),
                        s.all(select(AUTHOR)),
                        strict.transaction(joined -> joined.persist(new Author("joined"))),
                        s.insertAll(Flux.just(new Author("streamed"))).then(Mono.just(1)))
                .flatMap(done -> s.flush().thenReturn(done))));
        assertThat(reports()).isEmpty();
    }

    @Test
    void aBodyThatFailsIsReportedByItsErrorAlone() {
        assertThatThrownBy(() -> library.await(strict.transaction(
                        s -> Mono.<Long>error(new IllegalStateException("no")).then(s.count(select(AUTHOR))))))
                .hasMessage("no");
        assertThat(reports()).isEmpty();
    }

    @Test
    void factoriesOverATestEngineAreStrict() {
        assertThat(TestEngine.on(DATABASE).isStrict()).isTrue();
        assertThat(library.engine.isStrict()).isFalse();
    }
}
