package io.fluxalchemy.testkit.database;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Result;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** H2 in the memory of this JVM: a name is a database, and it lives until it is shut down. */
final class H2Memory implements TestServer {

    private final DatabaseNames names = new DatabaseNames();

    @Override
    public String createDatabase() {
        return "r2dbc:h2:mem:///" + names.next() + "?options=DB_CLOSE_DELAY=-1";
    }

    @Override
    public void dropDatabase(String url) {
        Flux.usingWhen(
                        ConnectionFactories.get(url).create(),
                        c -> Flux.from(c.createStatement("drop all objects").execute())
                                .concatMap(Result::getRowsUpdated),
                        c -> Mono.from(c.close()))
                .then()
                .block(Duration.ofSeconds(30));
    }
}
