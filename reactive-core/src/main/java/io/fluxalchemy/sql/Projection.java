package io.fluxalchemy.sql;

/** One value made of several items of a row, such as a record inside a record. Immutable. */
public final class Projection<R> implements Selectable<R> {

    private final Selection<R> selection;
    private final String description;

    Projection(Selection<R> selection, String description) {
        this.selection = selection;
        this.description = description;
    }

    /** Null where all items are NULL, as they are where an outer join found nothing. */
    public Projection<R> orNull() {
        int width = selection.items().size();
        RowReader<R> reader = selection.reader();
        return new Projection<>(
                new Selection<>(
                        selection.items(),
                        (row, from) -> {
                            for (int i = 0; i < width; i++) {
                                if (row.get(from + i) != null) {
                                    return reader.read(row, from);
                                }
                            }
                            return null;
                        },
                        selection.tables()),
                description);
    }

    @Override
    public Selection<R> selection() {
        return selection;
    }

    @Override
    public String describe() {
        return description;
    }
}
