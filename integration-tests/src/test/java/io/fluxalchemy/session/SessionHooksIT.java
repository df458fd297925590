package io.fluxalchemy.session;

import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.AfterCommitException;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a session does around its commit, on a pool of one. */
class SessionHooksIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static LibraryDatabase library;

    @BeforeAll
    static void start() {
        library = new LibraryDatabase(DATABASE, 1).create();
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @BeforeEach
    void prepare() {
        library.afterEach(count -> {});
        library.clear();
    }

    @Test
    void whatAHookChangesBeforeTheCommitIsFlushed() {
        library.await(library.sessions.transaction(s -> {
            s.beforeCommit(own -> {
                own.add(new Author("of the hook"));
                own.beforeCommit(again -> Mono.fromRunnable(() -> again.add(new Author("of a hook of the hook"))));
                return Mono.empty();
            });
            return s.persist(new Author("of the body")).doOnNext(author -> author.setName("of the body, changed"));
        }));
        assertThat(names()).containsExactly("of a hook of the hook", "of the body, changed", "of the hook");
    }

    @Test
    void aHookThatFailsBeforeTheCommitRollsBack() {
        StepVerifier.create(library.sessions.transaction(s -> {
                    s.beforeCommit(own -> Mono.error(new IllegalStateException("refused")));
                    return s.persist(new Author("nobody"));
                }))
                .expectErrorMessage("refused")
                .verify();
        assertThat(names()).isEmpty();
    }

    @Test
    void afterTheCommitTheConnectionIsFreeAndAnErrorUndoesNothing() {
        List<String> seen = new CopyOnWriteArrayList<>();
        StepVerifier.create(library.sessions.transaction(s -> {
                    s.afterCommit(() -> Mono.fromRunnable(() -> seen.add("first"))
                            .then(library.sessions.read(other -> other.all(select(AUTHOR))))
                            .doOnNext(all -> seen.add(all.get(0).getName()))
                            .then(Mono.error(new IllegalStateException("mail is down"))));
                    return s.persist(new Author("stored"));
                }))
                .expectErrorSatisfies(e ->
                        assertThat(e).isInstanceOf(AfterCommitException.class).hasRootCauseMessage("mail is down"))
                .verify();
        assertThat(seen).containsExactly("first", "stored");
        assertThat(names()).containsExactly("stored");
    }

    @Test
    void anErrorAfterTheCommitLeavesTheIdsInTheObjects() {
        Author author = new Author("stored");
        StepVerifier.create(library.sessions.transaction(s -> {
                    s.afterCommit(() -> Mono.error(new IllegalStateException("mail is down")));
                    return s.persist(author);
                }))
                .expectError(AfterCommitException.class)
                .verify();
        assertThat(author.getId()).isNotNull();
    }

    @Test
    void hooksOfASavepointThatIsRolledBackAreDropped() {
        List<String> seen = new CopyOnWriteArrayList<>();
        library.await(library.sessions.transaction(s -> s.nested(inner -> {
                    inner.beforeCommit(own -> Mono.fromRunnable(() -> seen.add("dropped")));
                    inner.afterCommit(() -> Mono.fromRunnable(() -> seen.add("dropped")));
                    return Mono.error(new IllegalStateException("inner"));
                })
                .onErrorComplete()
                .then(s.nested(inner -> {
                    inner.beforeCommit(own -> Mono.fromRunnable(() -> seen.add("before")));
                    inner.afterCommit(() -> Mono.fromRunnable(() -> seen.add("after")));
                    return inner.persist(new Author("kept"));
                }))));
        assertThat(seen).containsExactly("before", "after");
        assertThat(names()).containsExactly("kept");
    }

    private static List<String> names() {
        return library.sessions
                .read(s -> s.all(select(AUTHOR.name).from(AUTHOR).orderBy(AUTHOR.name.asc())))
                .block();
    }
}
