package io.fluxalchemy.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One database per test class, its nested classes included. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class SharedDatabaseIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    private static final List<String> SEEN = new ArrayList<>();

    @Nested
    class First {
        @RepeatedTest(2)
        void sees() {
            SEEN.add(DATABASE.url());
            assertThat(SEEN).containsOnly(DATABASE.url());
        }
    }

    @Nested
    class Second {
        @RepeatedTest(2)
        void seesTheSame() {
            SEEN.add(DATABASE.url());
            assertThat(SEEN).containsOnly(DATABASE.url());
        }
    }
}
