package io.fluxalchemy.flush;

import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2FlushIT extends FlushSuite {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.h2();

    @Override
    TestDatabase database() {
        return DATABASE;
    }

    @Override
    int most() {
        return 20;
    }
}
