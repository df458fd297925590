package io.fluxalchemy.flush;

import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariadbFlushIT extends FlushSuite {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.mariadb();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    int most() {
        return 20;
    }
}
