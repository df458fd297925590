package io.fluxalchemy.examples.chinook;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.examples.chinook.data.Graph;
import io.fluxalchemy.examples.chinook.model.Album;
import io.fluxalchemy.examples.chinook.model.Artist;
import io.fluxalchemy.examples.chinook.model.Customer;
import io.fluxalchemy.examples.chinook.model.Employee;
import io.fluxalchemy.examples.chinook.model.Genre;
import io.fluxalchemy.examples.chinook.model.Invoice;
import io.fluxalchemy.examples.chinook.model.InvoiceLine;
import io.fluxalchemy.examples.chinook.model.MediaType;
import io.fluxalchemy.examples.chinook.model.Playlist;
import io.fluxalchemy.examples.chinook.model.Track;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Chinook tables behind a session factory: makes them, and stores the graph in them. */
public final class Library {

    private final AsyncSessionFactory sessions;
    private final Progress progress;

    public Library(AsyncEngine engine, Progress progress) {
        this.sessions = AsyncSessionFactory.of(
                engine,
                Album.class,
                Artist.class,
                Customer.class,
                Employee.class,
                Genre.class,
                Invoice.class,
                InvoiceLine.class,
                MediaType.class,
                Playlist.class,
                Track.class);
        this.progress = progress;
    }

    public AsyncSessionFactory sessions() {
        return sessions;
    }

    /** Makes the tables anew; what they held is gone. */
    public Mono<Void> create() {
        return progress.step("create schema", sessions.dropAll().then(sessions.createAll()))
                .then();
    }

    /** Stores the graph, each kind of root in one transaction and one flush. */
    public Mono<Void> store(Graph graph) {
        return Flux.concat(
                        store("genres", graph.genres()),
                        store("media types", graph.mediaTypes()),
                        store("artists, albums, tracks", graph.artists()),
                        store("employees", graph.bosses()),
                        store("customers, invoices, lines", graph.customers()),
                        store("playlists and their tracks", graph.playlists()))
                .then();
    }

    private Mono<Void> store(String what, Collection<?> roots) {
        return progress.step("store " + what, sessions.transaction(s -> {
            s.addAll(roots);
            return s.flush();
        }));
    }
}
