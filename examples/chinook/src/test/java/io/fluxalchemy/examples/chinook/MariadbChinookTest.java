package io.fluxalchemy.examples.chinook;

import io.fluxalchemy.testkit.database.TestDatabase;

class MariadbChinookTest extends ChinookTest {

    MariadbChinookTest() {
        super(TestDatabase.mariadb());
    }

    @Override
    long mostStatements() {
        return 60;
    }
}
