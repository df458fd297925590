package io.fluxalchemy.flush;

import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlFlushIT extends FlushSuite {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    int most() {
        return 2;
    }
}
