package io.fluxalchemy.faults.ledger;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the clients were told of each operation, and what the database says of it. */
final class Books {

    static final int ACCOUNTS = 50;
    static final long OPENING_BALANCE = 1_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a client knows of an operation. */
    enum Told {
        CONFIRMED,
        ABORTED,
        UNKNOWN,
        /** The client left before it was told. */
        NOTHING
    }

    private final Map<Long, Told> told = new ConcurrentHashMap<>();
    private final Map<Long, String> transactions = new ConcurrentHashMap<>();
    private final AsyncEngine witness;

    Books(AsyncEngine witness) {
        this.witness = witness;
    }

    void open() {
        for (String text : new String[] {
            "create table account (id int primary key, balance bigint not null)",
            "create table ledger (op bigint primary key, source int not null, target int not null, amount bigint not null)",
            "insert into account select i, " + OPENING_BALANCE + " from generate_series(1, " + ACCOUNTS + ") i"
        }) {
            witness.execute(sql(text)).block(PATIENCE);
        }
    }

    /** The database's name of the transaction an operation runs in; known before its first write. */
    void runsIn(long op, String transaction) {
        transactions.put(op, transaction);
    }

    void told(long op, Told what) {
        told.put(op, what);
    }

    long count(Told what) {
        return told.values().stream().filter(what::equals).count();
    }

    /** Whether too little has happened to say anything. */
    boolean isThin() {
        return count(Told.CONFIRMED) < 100 || count(Told.UNKNOWN) < 3;
    }

    int operations() {
        return told.size();
    }

    /** Checks everything, and returns how many operations were stored of which the client was not told so. */
    int check() {
        Set<Long> stored = new HashSet<>(Objects.requireNonNull(
                witness.all(sql("select op from ledger").as(Long.class)).block(PATIENCE)));
        Set<Long> lost = new TreeSet<>();
        Set<Long> ghosts = new TreeSet<>();
        Set<String> misjudged = new TreeSet<>();
        AtomicInteger storedUntold = new AtomicInteger();
        told.forEach((op, what) -> {
            boolean isStored = stored.contains(op);
            switch (what) {
                case CONFIRMED -> {
                    if (!isStored) {
                        lost.add(op);
                    }
                }
                case ABORTED -> {
                    if (isStored) {
                        ghosts.add(op);
                    }
                }
                case UNKNOWN, NOTHING -> {
                    if (isStored) {
                        storedUntold.incrementAndGet();
                    }
                    String says = status(transactions.get(op));
                    if (isStored != says.equals("committed")) {
                        misjudged.add(op + " is " + (isStored ? "" : "not ") + "stored, its transaction " + says);
                    }
                }
            }
        });
        assertThat(lost).as("confirmed and not stored").isEmpty();
        assertThat(ghosts).as("aborted and stored").isEmpty();
        assertThat(misjudged).as("resolved otherwise than stored").isEmpty();
        stored.removeAll(told.keySet());
        assertThat(stored).as("stored and never asked for").isEmpty();
        assertThat(number("select sum(balance)::bigint from account")).isEqualTo(ACCOUNTS * OPENING_BALANCE);
        assertThat(number("select count(*) from account a where balance <> " + OPENING_BALANCE
                        + " - coalesce((select sum(amount) from ledger where source = a.id), 0)"
                        + " + coalesce((select sum(amount) from ledger where target = a.id), 0)"))
                .as("accounts whose balance is not what their transfers say")
                .isZero();
        return storedUntold.get();
    }

    private String status(String transaction) {
        return transaction == null
                ? "never had a name"
                : Objects.requireNonNullElse(
                        witness.one(sql("select pg_xact_status(cast(:x as xid8))")
                                        .bind("x", transaction)
                                        .as(String.class))
                                .block(PATIENCE),
                        "forgotten");
    }

    private long number(String query) {
        return Objects.requireNonNull(witness.one(sql(query).as(Long.class)).block(PATIENCE));
    }
}
