package io.fluxalchemy.mapping.flush;

/** Stands in a row for one column of the id of another row, which the database has not given yet. */
record PendingKey(EntityRow row, int part) {

    @Override
    public String toString() {
        return row + "." + row.model().columns().id().get(part).name();
    }
}
