package io.fluxalchemy.benchmarks.contender;

import java.time.Instant;
import java.util.List;

/** An author as every contender can be compared by; books that were not loaded are none. */
public record AuthorData(
        long id, String name, String email, boolean active, Instant createdAt, int version, List<BookData> books) {}
