package io.fluxalchemy.mapping.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.state.EntityEntry.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityMapTest {

    private static final Accessor<Shelf, Long> ID = Accessor.of(s -> s.id, (s, v) -> s.id = v);

    private final IdentityMap map = new IdentityMap();

    @Test
    void findsALoadedEntityByKeyAndByObject() {
        Shelf shelf = new Shelf();
        EntityEntry<Shelf> entry = map.load(Shelf.MODEL, shelf, 7L, Snapshot.of(new Object[] {7L}));
        assertThat(map.find(Shelf.MODEL, 7L)).isSameAs(entry);
        assertThat(map.entry(shelf)).isSameAs(entry);
        assertThat(map.find(Shelf.MODEL, 8L)).isNull();
        assertThat(map.entry(new Shelf())).isNull();
    }

    @Test
    void keepsTheOrderInWhichEntitiesCameEvenWhenTheyAreInserted() {
        EntityEntry<Shelf> first = map.add(Shelf.MODEL, new Shelf());
        EntityEntry<Shelf> second = map.load(Shelf.MODEL, new Shelf(), 1L, null);
        EntityEntry<Shelf> third = map.add(Shelf.MODEL, new Shelf());
        map.inserted(first, 2L, Snapshot.of(new Object[] {2L}));
        assertThat(map.entries()).isEqualTo(List.of(first, second, third));
        map.expunge(second);
        assertThat(map.entries()).isEqualTo(List.of(first, third));
    }

    @Test
    void aRollbackTakesBackWhatAFlushDid() {
        Shelf added = new Shelf();
        Shelf gone = new Shelf();
        EntityEntry<Shelf> goneEntry = map.load(Shelf.MODEL, gone, 1L, null);
        int mark = map.mark();
        EntityEntry<Shelf> entry = map.add(Shelf.MODEL, added);
        map.delete(goneEntry);
        map.assign(added, ID, 9L);
        map.inserted(entry, 9L, Snapshot.of(new Object[] {9L}));
        map.deleted(goneEntry);
        assertThat(map.find(Shelf.MODEL, 9L)).isSameAs(entry);
        assertThat(map.entry(gone)).isNull();

        map.rollbackTo(mark);

        assertThat(added.id).isNull();
        assertThat(map.entry(added)).isNull();
        assertThat(map.find(Shelf.MODEL, 9L)).isNull();
        assertThat(map.find(Shelf.MODEL, 1L)).isSameAs(goneEntry);
        assertThat(goneEntry.status()).isEqualTo(Status.MANAGED);
    }

    @Test
    void aRollbackOfOnlyTheInsertLeavesTheEntityNew() {
        Shelf added = new Shelf();
        EntityEntry<Shelf> entry = map.add(Shelf.MODEL, added);
        int mark = map.mark();
        map.assign(added, ID, 9L);
        map.inserted(entry, 9L, Snapshot.of(new Object[] {9L}));
        map.rollbackTo(mark);
        assertThat(entry.status()).isEqualTo(Status.NEW);
        assertThat(entry.key()).isNull();
        assertThat(entry.snapshot()).isNull();
        assertThat(map.entry(added)).isSameAs(entry);
    }

    @Test
    void addingTwiceIsOnceAndAddingADeletedOneManagesItAgain() {
        Shelf shelf = new Shelf();
        assertThat(map.add(Shelf.MODEL, shelf)).isSameAs(map.add(Shelf.MODEL, shelf));
        EntityEntry<Shelf> loaded = map.load(Shelf.MODEL, new Shelf(), 3L, null);
        map.delete(loaded);
        assertThat(loaded.status()).isEqualTo(Status.DELETED);
        map.add(Shelf.MODEL, loaded.entity());
        assertThat(loaded.status()).isEqualTo(Status.MANAGED);
    }

    @Test
    void deletingANewEntityForgetsIt() {
        EntityEntry<Shelf> entry = map.add(Shelf.MODEL, new Shelf());
        int mark = map.mark();
        map.delete(entry);
        assertThat(map.entries()).isEmpty();
        map.rollbackTo(mark);
        assertThat(map.entries()).isEqualTo(List.of(entry));
    }

    @Test
    void aSecondObjectForOneRowIsRefused() {
        map.load(Shelf.MODEL, new Shelf(), 3L, null);
        Shelf other = new Shelf();
        other.id = 3L;
        assertThatThrownBy(() -> map.add(Shelf.MODEL, other))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("another Shelf object with id 3")
                .hasMessageContaining("session.merge");
    }

    @Test
    void anEntityOfAnotherOpenSessionIsRefused() {
        Shelf shelf = new Shelf();
        IdentityMap second = new IdentityMap((model, entity) -> entity == shelf ? "session 1" : null);
        assertThatThrownBy(() -> second.add(Shelf.MODEL, shelf))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("this Shelf belongs to another open session (session 1)");
    }

    @Test
    void whoAsksFromTheOutsideFindsWhatIsReadAndWhatIsAdded() {
        Shelf read = new Shelf();
        read.id = 1L;
        Shelf stranger = new Shelf();
        stranger.id = 1L;
        Shelf added = new Shelf();
        map.load(Shelf.MODEL, read, 1L, null);
        assertThat(map.mayHave(Shelf.MODEL, read)).isTrue();
        assertThat(map.mayHave(Shelf.MODEL, stranger)).isFalse();
        assertThat(map.mayHave(Shelf.MODEL, added)).isFalse();
        map.add(Shelf.MODEL, added);
        assertThat(map.mayHave(Shelf.MODEL, added)).isTrue();
        assertThat(map.mayHave(Shelf.MODEL, read)).isTrue();
        assertThat(map.mayHave(Shelf.MODEL, stranger)).isFalse();
    }

    @Test
    void aGroupGivesTheNearestMembersInOrder() {
        ResultGroup group = new ResultGroup();
        for (long i = 0; i < 10; i++) {
            group.add(map.load(Shelf.MODEL, new Shelf(), i, null));
        }
        assertThat(group.near(5, 4)).extracting(EntityEntry::key).containsExactly(3L, 4L, 5L, 6L);
        assertThat(group.near(0, 4)).extracting(EntityEntry::key).containsExactly(0L, 1L, 2L, 3L);
        assertThat(group.near(9, 4)).extracting(EntityEntry::key).containsExactly(6L, 7L, 8L, 9L);
        assertThat(group.near(9, 40)).hasSize(10);
    }
}
