package io.fluxalchemy.faults.matrix;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The servers on which cases run: one for most, and one whose configuration may change, started when it is first asked for. */
final class Stage implements AutoCloseable {

    private final String url;
    private final AsyncEngine witness;
    private @Nullable ConfiguredServer configured;

    Stage(String url) {
        this.url = url;
        this.witness = AsyncEngine.builder().url(url).maxSize(20).build();
        prepare(witness);
    }

    /** The tables all cases use. */
    static void prepare(AsyncEngine witness) {
        for (String text : List.of(
                "create table entry (id bigint primary key, n int not null default 1)",
                "create table deferred_entry (id bigint, unique (id) deferrable initially deferred)",
                "insert into deferred_entry values (1)",
                "create table slow_entry (id bigint)",
                "create function slowly() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(10); return null; end $$",
                "create constraint trigger slow_commit after insert on slow_entry deferrable initially deferred"
                        + " for each row execute function slowly()")) {
            witness.execute(sql(text)).block(Lane.PATIENCE);
        }
        AsyncSessionFactory.of(witness, FlushedRow.class).createAll().block(Lane.PATIENCE);
    }

    String url(FaultCase fault) {
        ConfiguredServer server = server(fault);
        return server == null ? url : server.url();
    }

    AsyncEngine witness(FaultCase fault) {
        ConfiguredServer server = server(fault);
        return server == null ? witness : server.witness();
    }

    /** Null where the case leaves the server as it is. */
    synchronized @Nullable ConfiguredServer server(FaultCase fault) {
        if (!fault.fault().changesTheServer()) {
            return null;
        }
        if (configured == null) {
            configured = ConfiguredServer.start();
        }
        return configured;
    }

    @Override
    public void close() throws IOException {
        witness.close().block(Lane.PATIENCE);
        if (configured != null) {
            configured.close();
        }
    }
}
