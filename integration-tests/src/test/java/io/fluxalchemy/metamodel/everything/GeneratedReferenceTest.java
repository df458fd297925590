package io.fluxalchemy.metamodel.everything;

import static io.fluxalchemy.metamodel.everything.Everything_.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.UnloadedException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The stand-in for an unloaded entity knows its id and raises on everything else. */
class GeneratedReferenceTest {

    private static final UUID ID = new UUID(1, 2);

    private final Owner reference = Owner_.OWNER.model().reference().apply(ID);

    @Test
    void theIdIsKnown() {
        assertThat(reference).isInstanceOf(EntityReference.class);
        assertThat(((EntityReference) reference).referencedId()).isEqualTo(ID);
        assertThat(reference.getId()).isEqualTo(ID);
        assertThat(Owner_.OWNER.model().id().access().get(reference)).isEqualTo(ID);
    }

    @Test
    void aPrimitiveIdAndACompositeIdAreKnown() {
        assertThat(Outer_Inner_.INNER.model().reference().apply(7L).getId()).isEqualTo(7L);
        assertThat(Part_.PART.model().reference().apply(new PartId(1L, 2)).id()).isEqualTo(new PartId(1L, 2));
        assertThat(EVERYTHING.model().reference().apply(9L).getId()).isEqualTo(9L);
    }

    @Test
    void everyOtherMethodRaisesAndNamesTheFix() {
        assertThatThrownBy(reference::getName)
                .isInstanceOf(UnloadedException.class)
                .hasMessageContainingAll(
                        "Owner " + ID,
                        "not loaded",
                        "getName()",
                        ".options(selectin(…))",
                        "session.load(owner, relation)");
        assertThatThrownBy(() -> reference.setName("x")).isInstanceOf(UnloadedException.class);
        assertThatThrownBy(reference::owned).isInstanceOf(UnloadedException.class);
        assertThatThrownBy(reference::twin).isInstanceOf(UnloadedException.class);
        assertThatThrownBy(reference::get).isInstanceOf(UnloadedException.class);
        assertThatThrownBy(() -> reference.compareTo(new Owner(ID, "o"))).isInstanceOf(UnloadedException.class);
        assertThatThrownBy(EVERYTHING.model().reference().apply(9L)::getVersion).isInstanceOf(UnloadedException.class);
    }

    @Test
    void noOverridableMethodIsLeftOut() {
        List<String> overridden = Arrays.stream(reference.getClass().getDeclaredMethods())
                .map(Method::getName)
                .toList();
        List<String> overridable = Arrays.stream(Owner.class.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !List.of("equals", "hashCode").contains(name))
                .toList();

        assertThat(overridable).hasSizeGreaterThan(6);
        assertThat(overridden).containsAll(overridable);
    }

    @Test
    void equalityByIdWorksFromBothSides() {
        Owner loaded = new Owner(ID, "loaded");
        Owner other = new Owner(new UUID(3, 4), "other");

        assertThat(reference.equals(loaded)).isTrue();
        assertThat(loaded.equals(reference)).isTrue();
        assertThat(reference).hasSameHashCodeAs(loaded);
        assertThat(reference.equals(other)).isFalse();
    }

    @Test
    void printingIsSafe() {
        assertThat(reference).hasToString("Owner#" + ID + " (not loaded)");
    }

    @Test
    void aFinalEntityHasNone() {
        assertThat(Closed_.CLOSED.model().reference()).isNull();
    }
}
