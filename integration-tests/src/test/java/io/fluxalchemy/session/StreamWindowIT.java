package io.fluxalchemy.session;

import static io.fluxalchemy.session.library.Tag_.TAG;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.session.library.Tag;
import io.fluxalchemy.session.library.Tag_;
import io.fluxalchemy.sql.Order;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a plain stream remembers: its last thousand entities, so that memory does not grow with it. */
class StreamWindowIT {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int TAGS = 1_500;
    private static final Tag_ OTHER = TAG.as("other");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    private static LibraryDatabase library;

    @BeforeAll
    static void fill() {
        library = new LibraryDatabase(DATABASE, 2).create();
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < TAGS; i++) {
            tags.add(new Tag("t" + i));
        }
        library.sessions
                .transaction(s -> {
                    s.addAll(tags);
                    return s.flush();
                })
                .block(LONG);
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @Test
    void rowsOfOneEntityThatStandTogetherGiveOneObject() {
        // one pair may stand where a window ends
        assertThat(objects(TAG.code.asc(), OTHER.code.asc())).isBetween(TAGS, TAGS + 1);
    }

    @Test
    void anEntityThatWasPassedAWindowAgoIsForgotten() {
        assertThat(objects(OTHER.code.asc(), TAG.code.asc())).isEqualTo(2 * TAGS);
    }

    /** How many objects a stream emits that has each tag twice. */
    private static int objects(Order... orders) {
        List<Tag> streamed = library.sessions
                .readMany(s -> s.stream(select(TAG)
                        .crossJoin(OTHER)
                        .where(OTHER.code.in("t1", "t2"))
                        .orderBy(orders)))
                .collectList()
                .block(LONG);
        assertThat(streamed).hasSize(2 * TAGS);
        Set<Tag> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(streamed);
        return distinct.size();
    }
}
