package io.fluxalchemy.benchmarks.contender;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A book as every contender can be compared by; its id is 0 before it is stored, and tags that were not loaded are none. */
public record BookData(
        long id,
        long authorId,
        String title,
        String isbn,
        BigDecimal price,
        LocalDate published,
        int pages,
        List<String> tags) {}
