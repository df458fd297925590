package io.fluxalchemy.columns.people;

import java.time.LocalDate;
import java.util.List;

/** A document with a document inside. */
public record Settings(String theme, LocalDate since, Screen screen, List<String> tags) {

    public record Screen(int width, boolean dark) {}
}
