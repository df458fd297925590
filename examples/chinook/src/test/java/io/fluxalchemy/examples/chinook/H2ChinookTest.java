package io.fluxalchemy.examples.chinook;

import io.fluxalchemy.testkit.database.TestDatabase;

class H2ChinookTest extends ChinookTest {

    H2ChinookTest() {
        super(TestDatabase.h2());
    }

    @Override
    long mostStatements() {
        return 60;
    }
}
