package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a row are written and asked back. Rows of one class that change alike share one, so what follows from it is
 * found out once and not row by row.
 */
final class RowShape {

    private final EntityModel<?> model;
    private final List<Integer> written;
    private final List<Integer> returned;
    private final List<Object> step;
    private final int[] idParts;

    /**
     * @param written positions of the columns that an insert or update sets
     * @param returned positions of the columns whose values are asked back: ids and defaults by an insert, what is computed by any
     */
    RowShape(EntityModel<?> model, List<Integer> written, List<Integer> returned) {
        this.model = model;
        this.written = List.copyOf(written);
        this.returned = List.copyOf(returned);
        this.step = List.of(model.root(), names(written), names(returned));
        this.idParts = new int[returned.size()];
        for (int i = 0; i < idParts.length; i++) {
            idParts[i] = model.columns().idPart(returned.get(i));
        }
    }

    EntityModel<?> model() {
        return model;
    }

    List<Integer> written() {
        return written;
    }

    List<Integer> returned() {
        return returned;
    }

    /** What rows must have in common to share a step; classes of one table do where the same columns are written. */
    List<Object> step() {
        return step;
    }

    /** Which part of the id the n-th returned column is; -1 for none. */
    int idPart(int n) {
        return idParts[n];
    }

    /** Whether all that comes back is the id, in one column. */
    boolean isOnlyId() {
        return idParts.length == 1 && idParts[0] == 0 && model.columns().id().size() == 1;
    }

    boolean isOf(EntityModel<?> other, List<Integer> otherWritten, List<Integer> otherReturned) {
        return model == other && written.equals(otherWritten) && returned.equals(otherReturned);
    }

    private List<String> names(List<Integer> positions) {
        List<? extends EntityColumn<?>> columns = model.columns().all();
        List<String> names = new ArrayList<>(positions.size());
        positions.forEach(position -> names.add(columns.get(position).name()));
        return names;
    }
}
