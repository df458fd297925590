package io.fluxalchemy.examples.quickstart;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import reactor.core.publisher.Mono;

public class Quickstart {

    public static Mono<Void> run(String url) {
        AsyncEngine engine = AsyncEngine.create(url); // no I/O until the first subscription
        AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Author.class, Book.class);
        Library library = new Library(sessions);
        return sessions.createAll()
                .then(library.add("Ursula K. Le Guin", "The Dispossessed", "The Lathe of Heaven"))
                .then(library.list("Ursula"))
                .doOnNext(authors -> authors.forEach(a -> System.out.println(
                        a.getName() + " wrote " + a.getBooks().size() + " books")))
                .then(engine.close());
    }

    private Quickstart() {}
}
