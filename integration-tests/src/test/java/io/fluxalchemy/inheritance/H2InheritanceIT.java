package io.fluxalchemy.inheritance;

import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2InheritanceIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @Nested
    class Reads extends FleetReadSuite {

        @Override
        TestDatabase database() {
            return DATABASE;
        }
    }

    @Nested
    class Writes extends FleetWriteSuite {

        @Override
        TestDatabase database() {
            return DATABASE;
        }
    }
}
