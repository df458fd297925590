package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables of the suites. */
final class SuiteTables {

    private SuiteTables() {}

    /** Drops what a test left, and creates the tables anew. */
    static Mono<Void> recreate(AsyncEngine engine) {
        String key = engine.dialect().name().equals("mariadb")
                ? "bigint auto_increment primary key"
                : "bigint generated always as identity primary key";
        return Flux.fromIterable(List.of(
                        "drop table if exists suite_item",
                        "drop table if exists suite_maker",
                        "create table suite_maker (id " + key + ", name varchar(100) not null unique)",
                        "create table suite_item (id " + key + ", maker_id bigint references suite_maker (id),"
                                + " title varchar(200) not null, price integer check (price >= 0))"))
                .concatMap(text -> engine.execute(sql(text)))
                .then();
    }
}
