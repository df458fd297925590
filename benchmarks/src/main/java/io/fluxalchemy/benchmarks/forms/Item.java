package io.fluxalchemy.benchmarks.forms;

import java.math.BigDecimal;

/** A row as it is to be: an update finds it by the id and the version before. */
record Item(long id, int version, String name, BigDecimal price) {}
