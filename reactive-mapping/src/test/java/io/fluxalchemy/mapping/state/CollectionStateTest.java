package io.fluxalchemy.mapping.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.mapping.model.UnloadedException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollectionStateTest {

    private static final String MESSAGE = "Shelf.inner is not loaded. Load it with the query, "
            + ".options(selectin(SHELF.inner)), or afterwards, session.load(shelf, SHELF.inner)";

    private final Shelf shelf = new Shelf();

    @Test
    void everyTouchOfAnUnloadedListNamesTheTwoWaysToLoadIt() {
        List<Shelf> list = (List<Shelf>) CollectionState.unloaded(Shelf.MODEL, Shelf.INNER);
        raises(list, c -> c.get(0));
        raises(list, c -> c.set(0, shelf));
        raisesDoing(list, c -> c.add(0, shelf));
        raises(list, c -> c.remove(0));
        raises(list, c -> c.subList(0, 0));
        raises(list, List::listIterator);
        raises(list, c -> c.indexOf(shelf));
        raisesDoing(list, c -> c.sort(null));
        everyTouchOfACollectionRaises(list);
    }

    @Test
    void everyTouchOfAnUnloadedSetNamesTheTwoWaysToLoadIt() {
        Set<Shelf> set = (Set<Shelf>) CollectionState.unloaded(Shelf.MODEL, Shelf.INNER_SET);
        everyTouchOfACollectionRaises(set);
    }

    @Test
    void anUnloadedCollectionCanBeLogged() {
        assertThat(CollectionState.unloaded(Shelf.MODEL, Shelf.INNER))
                .asString()
                .isEqualTo("<unloaded Shelf.inner>");
        assertThat(CollectionState.unloaded(Shelf.MODEL, Shelf.INNER_SET).toString())
                .isEqualTo("<unloaded Shelf.inner>");
    }

    @Test
    void aRaisingCollectionNamesTheOptionThatForbadeIt() {
        assertThatThrownBy(
                        () -> CollectionState.raising(Shelf.MODEL, Shelf.INNER).size())
                .isInstanceOf(UnloadedException.class)
                .hasMessageStartingWith("Shelf.inner is not loaded: its query said raise(SHELF.inner). Load it with");
    }

    @Test
    void aPartialCollectionIsReadAndNotWritten() {
        List<Shelf> list = (List<Shelf>) CollectionState.partial(Shelf.MODEL, Shelf.INNER, List.of(shelf));
        assertThat(list).containsExactly(shelf);
        for (Consumer<Collection<Shelf>> write : List.<Consumer<Collection<Shelf>>>of(
                c -> c.add(shelf), c -> c.remove(shelf), Collection::clear, c -> c.removeIf(any -> true))) {
            assertThatThrownBy(() -> write.accept(list))
                    .isInstanceOf(PartialCollectionException.class)
                    .hasMessageStartingWith("Shelf.inner was loaded with criteria and may lack members")
                    .hasMessageContaining("session.load(shelf, SHELF.inner)");
        }
        Set<Shelf> set = (Set<Shelf>) CollectionState.partial(Shelf.MODEL, Shelf.INNER_SET, List.of(shelf));
        assertThat(set).containsExactly(shelf);
        assertThatThrownBy(() -> set.add(new Shelf())).isInstanceOf(PartialCollectionException.class);
        assertThatThrownBy(set::clear).isInstanceOf(PartialCollectionException.class);
    }

    @Test
    void onlyALoadedCollectionIsTracked() {
        assertThat(UntrackedCollection.isTracked(CollectionState.loaded(Shelf.INNER, List.of())))
                .isTrue();
        assertThat(UntrackedCollection.isTracked(CollectionState.unloaded(Shelf.MODEL, Shelf.INNER)))
                .isFalse();
        assertThat(UntrackedCollection.isTracked(CollectionState.partial(Shelf.MODEL, Shelf.INNER_SET, List.of())))
                .isFalse();
        assertThat(UntrackedCollection.isTracked(null)).isFalse();
    }

    private void everyTouchOfACollectionRaises(Collection<Shelf> collection) {
        raises(collection, Collection::size);
        raises(collection, Collection::isEmpty);
        raises(collection, Collection::iterator);
        raises(collection, Collection::stream);
        raises(collection, Collection::toArray);
        raises(collection, Object::hashCode);
        raises(collection, c -> c.equals(List.of()));
        raises(collection, c -> c.contains(shelf));
        raises(collection, c -> c.containsAll(List.of()));
        raises(collection, c -> c.add(shelf));
        raises(collection, c -> c.addAll(List.of()));
        raises(collection, c -> c.remove(shelf));
        raises(collection, c -> c.removeAll(List.of()));
        raises(collection, c -> c.retainAll(List.of()));
        raises(collection, c -> c.removeIf(any -> true));
        raisesDoing(collection, c -> c.forEach(any -> {}));
        raisesDoing(collection, Collection::clear);
    }

    private static <C extends Collection<Shelf>> void raises(C collection, Function<C, @Nullable Object> touch) {
        assertThatThrownBy(() -> assertThat(touch.apply(collection)).isNull())
                .isInstanceOf(UnloadedException.class)
                .hasMessage(MESSAGE);
    }

    private static <C extends Collection<Shelf>> void raisesDoing(C collection, Consumer<C> touch) {
        assertThatThrownBy(() -> touch.accept(collection))
                .isInstanceOf(UnloadedException.class)
                .hasMessage(MESSAGE);
    }
}
