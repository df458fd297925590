package io.fluxalchemy.examples.chinook;

import io.fluxalchemy.testkit.database.TestDatabase;

class PostgresqlChinookTest extends ChinookTest {

    PostgresqlChinookTest() {
        super(TestDatabase.postgresql());
    }

    @Override
    long mostStatements() {
        return 20;
    }
}
